import { describe, expect, it } from 'vitest'
import { type Command, readCommand } from './command-line.ts'

describe('the command line', () => {
  it.each<[args: readonly string[], command: Command]>([
    [[], { kind: 'serve' }],
    [['--check'], { kind: 'check' }],
    [['--version'], { kind: 'version' }],
    [['-h'], { kind: 'help' }],
    [['--check', '--help'], { kind: 'help' }],
    [['--support'], { kind: 'support', log: null }],
    [['--support', '--log', '/var/log/console'], { kind: 'support', log: '/var/log/console' }],
    [['--log=-', '--support'], { kind: 'support', log: '-' }],
  ])('%j is understood', (args, command) => {
    expect(readCommand(args)).toEqual(command)
  })

  it.each([
    [['--chek'], 'The option "--chek" is not known.'],
    [['-x'], 'The option "-x" is not known.'],
    [['--port=secret'], 'The option "--port" is not known.'],
    [['--\u001B[31m'], 'The option "--?[31m" is not known.'],
    [['secret'], 'The console takes options alone, and its settings from environment variables.'],
    [['--check=secret'], 'The option "--check" takes no value.'],
    [['--check', '--support'], 'The options "--check" and "--support" exclude each other.'],
    [['--log', 'x'], 'The option "--log" goes with "--support" alone.'],
    [['--support', '--log'], 'The option "--log" needs the name of a file, or - for standard input.'],
  ])('%j gets one sentence, which repeats no value', (args, sentence) => {
    expect(readCommand(args)).toEqual({ kind: 'unknown', sentence: `${sentence} --help lists the options.` })
  })
})
