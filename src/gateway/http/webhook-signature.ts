import { GatewayError } from './gateway-error.ts'

/** The only form of a signature that is checked; Bitbucket sends no other unless its settings were changed. */
export const SIGNATURE = /^sha256=([0-9a-f]{64})$/i

/** The refusal of what is not signed, or not with the secret that is known here. It does not say which. */
export const unsigned = (): GatewayError =>
  new GatewayError('wrong-credentials', {
    message:
      'The webhook is not signed with WEBHOOK_SECRET. Enter the same secret in the settings of the webhook in Bitbucket.',
    // Of what is refused before it is read, nothing more is read.
    headers: { connection: 'close' },
  })
