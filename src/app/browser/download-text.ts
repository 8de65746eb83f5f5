/** Gives the person a file with this text, made in this browser: nothing is sent anywhere. */
export const downloadText = (fileName: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.setAttribute('href', address)
  link.download = fileName
  link.click()
  // The browser takes the file from the address after this task.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
