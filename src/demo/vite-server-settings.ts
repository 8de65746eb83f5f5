/**
 * What Vite's two servers have in common: `PORT` as everywhere else (a wrong one is refused by the gateway's own
 * reading of it), and no CORS headers, since the gateway never sends any.
 */
export const viteServerSettings = (): { readonly cors: false; readonly port?: number } => {
  const port = Number(process.env['PORT'])
  return { cors: false, ...(Number.isInteger(port) && process.env['PORT'] ? { port } : {}) }
}
