import { renderToStaticMarkup } from 'react-dom/server'
import { FirstFrame } from './first-frame.tsx'
import { drawFirstRequests } from './first-requests.tsx'
import { firstStyles } from './first-styles.ts'

const { page, row, types } = drawFirstRequests()

/** What is there for whoever listens, clicks or follows. Styles ask for `aria-current`. */
const UNSEEN =
  / (?:href|title|role|tabindex|xmlns|type="button|aria-(?!current)[\w-]+|data-(?:discover|index))(?:="[^"]*)?"/g

/**
 * Markup to be seen only: it leads nowhere. The policy of the document allows no styles in it, which the first script
 * puts where they belong.
 */
const inert = (markup: string): string =>
  markup.replaceAll(UNSEEN, '').replaceAll(' style="', ' data-style="')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** The first page for the first script, which draws it when its answer comes. */
const templates = [
  `<template data-early="requests">${inert(page)}</template>`,
  `<template data-early="row" data-types="${escaped(JSON.stringify(types))}">${inert(row)}</template>`,
].join('')

/**
 * What the build writes into the document, so that a person sees the console before its script has arrived.
 *
 * @param css the style sheet of the first page.
 */
export const drawFirstPaint = (css: string) => ({
  styles: firstStyles(css, page, row),
  frame: renderToStaticMarkup(<FirstFrame isSimulated={false} />),
  simulatedFrame: renderToStaticMarkup(<FirstFrame isSimulated />),
  templates,
})
