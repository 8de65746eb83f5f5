import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ConfigError } from '#gateway/ops/config-error.ts'

/** What the build is started with: people are served what is made for production, whatever this process is started as. */
export const buildEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  NODE_ENV: 'production',
  NO_COLOR: '1',
})

/**
 * Builds the app into `dist`. What Vite says is shown only when it fails.
 *
 * @throws ConfigError when the build fails.
 */
export const buildApp = (root: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      env: buildEnvironment(process.env),
    })
    const output: Buffer[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => output.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(output))
      return reject(new ConfigError('The console could not be built; the reason is printed above.'))
    })
  })
