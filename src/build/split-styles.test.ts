import { expect, it } from 'vitest'
import { splitStyles } from './split-styles.ts'

const NAMED = new Set(['row', 'cell', 'Button'])

const ROWS = [
  ['a rule of the first page', '.row{color:red}', true],
  ['a rule for every page', ':root{color:red}', true],
  ['a rule of a dialog', '.dialog{color:red}', false],
  ['a rule for a row in a dialog', '.dialog .row{color:red}', false],
  ['a rule for rows outside of dialogs', '.row:not(.dialog, :is(.form) .field){color:red}', true],
  ['a rule for rows and forms', ':is(.row,.form){color:red}', true],
  ['a rule that a row and a dialog share', '.row,.dialog{color:red}', true],
  ['a rule of the component library that the first page uses', '.mantine-Button-label{color:red}', true],
  ['a rule of the component library for dialogs', '.mantine-Modal-title{color:red}', false],
  ['a decimal number that looks like a class', ':root{margin:.5rem}', true],
  ['movement, whoever uses it', '@keyframes turn{to{rotate:1turn}}', true],
  ['a condition with rules of the first page', '@media print{.cell{color:red}}', true],
  ['a condition with rules of dialogs', '@media print{.dialog{color:red}}', false],
] as const

it.each(ROWS)('%s stands in the right sheet', (_name, css, isFirst) => {
  expect(splitStyles(css, NAMED)).toEqual(isFirst ? { first: css, late: '' } : { first: '', late: css })
})

it('the parts of one condition stay under it in both sheets, in their order', () => {
  const css = '@media print{.row{color:red}.dialog{color:blue}.cell{color:red}.form{color:blue}}'
  expect(splitStyles(css, NAMED)).toEqual({
    first: '@media print{.row{color:red}.cell{color:red}}',
    late: '@media print{.dialog{color:blue}.form{color:blue}}',
  })
})
