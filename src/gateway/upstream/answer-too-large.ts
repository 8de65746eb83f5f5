import { GatewayError } from '#gateway/http/gateway-error.ts'

/** The upstream sent more than is read of one answer. */
export class AnswerTooLarge extends GatewayError {
  constructor() {
    super('upstream-too-large')
  }
}
