import { runUntilSignal } from '#gateway/ops/run-until-signal.ts'
import { liveUnlessOff } from './embedded-settings.ts'
import { serve } from './serve.ts'

/** `npm start`. A browser keeps sockets open, and Ctrl-C must not wait for it. */
const DEADLINE_MS = 3000

await runUntilSignal(async () => {
  const env = liveUnlessOff(process.env)
  const { close } = await serve(env, process.cwd(), (line) => process.stdout.write(`${line}\n`))
  process.stdout.write('Press Ctrl-C to stop.\n')
  return () => close(DEADLINE_MS)
})
