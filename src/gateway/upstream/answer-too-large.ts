import { GatewayError } from '#gateway/http/gateway-error.ts'

/** The upstream sent more than is read as a whole; what it says by then is not Bitbucket's any more. */
export class AnswerTooLarge extends GatewayError {
  constructor() {
    super('upstream-not-json')
  }
}
