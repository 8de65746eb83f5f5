/** The head of a dialog is no banner of the page, which is what its `header` element would be taken for. */
export const dialogAttributes = { header: { role: 'none' } }
