import { describe, expect, it } from 'vitest'
import { matchingCommands, type PaletteCommand } from './palette-command.ts'

const command = (name: string, group: PaletteCommand['group']): PaletteCommand => ({
  id: name,
  group,
  name,
  run: { to: '/' },
})
const names = (commands: readonly PaletteCommand[]) => commands.map(({ name }) => name)
const commands = [
  command('Dublin', 'Mirrors'),
  command('Accept Dublin north', 'On this page'),
  command('Requests', 'Pages'),
  ...Array.from({ length: 20 }, (_, index) => command(`repository ${String(index)}`, 'Repositories')),
]

describe('the palette', () => {
  it('finds what holds every word, in any order and case', () => {
    expect(names(matchingCommands(commands, 'north ACCEPT'))).toEqual(['Accept Dublin north'])
    expect(names(matchingCommands(commands, 'nothing'))).toEqual([])
  })

  it('keeps the order of the groups', () => {
    expect(names(matchingCommands(commands, 'dublin'))).toEqual(['Accept Dublin north', 'Dublin'])
  })

  it('shows a few of each group', () => {
    expect(matchingCommands(commands, ' ')).toHaveLength(11)
  })
})
