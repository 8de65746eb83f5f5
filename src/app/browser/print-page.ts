/** Opens the browser's print dialog, after what was pressed is done and drawn: the dialog stops everything else. */
export const printPage = (): void => {
  setTimeout(() => globalThis.print())
}
