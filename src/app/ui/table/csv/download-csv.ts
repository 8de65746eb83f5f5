import { downloadText } from '#app/browser/download-text.ts'

/** Gives the person a table as a file that is named after what it lists and the day. */
export const downloadCsv = (label: string, text: string): void => {
  const name = label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  downloadText(`${name}-${new Date().toISOString().slice(0, 10)}.csv`, 'text/csv;charset=utf-8', text)
}
