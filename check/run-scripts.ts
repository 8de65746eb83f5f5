/** Runs npm scripts as stages, for example `lint+types unit`: those joined with `+` at the same time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type RunStage, runStages } from './run-stages.ts'

const npm = process.env['npm_execpath']
if (npm === undefined) throw new Error('Run this as an npm script: npm test.')

const groups = process.argv.slice(2)
const isAlone = (name: string): boolean => groups.includes(name)

/** A stage that runs alone prints as it goes; the output of others is kept until their end, so that it never mixes. */
const runScript: RunStage = async (name) => {
  const script = spawn(process.execPath, [npm, 'run', '--silent', name], {
    stdio: ['ignore', isAlone(name) ? 'inherit' : 'pipe', isAlone(name) ? 'inherit' : 'pipe'],
  })
  let output = ''
  for (const stream of [script.stdout, script.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const [code]: unknown[] = await once(script, 'close')
  return { isGreen: code === 0, output }
}

const isGreen = await runStages(groups, runScript, {
  say: (text) => process.stdout.write(text),
  now: () => performance.now(),
})
if (!isGreen) process.exitCode = 1
