import { JSON_TYPE } from './gateway-error.ts'

/** A JSON answer of one of the gateway's own endpoints. */
export const jsonAnswer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': JSON_TYPE } })
