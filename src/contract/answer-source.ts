/**
 * The response header that says who wrote an answer. The gateway sets it on every answer that leaves it, so an answer
 * without it was written by something between the browser and the gateway: a proxy, a login page, a captive portal.
 */
export const SOURCE_HEADER = 'x-mirror-console-source'

/** `gateway`: the gateway's own answer. `upstream`: passed on as it came from the address of Bitbucket. */
export type AnswerSource = 'gateway' | 'upstream'
