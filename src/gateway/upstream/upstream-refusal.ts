/** An answer of the upstream that is an error in Bitbucket's own words, passed on as it is. */
export class UpstreamRefusal extends Error {
  override readonly name = 'UpstreamRefusal'
  readonly status: number
  readonly headers: Headers
  /** Text, since several questions may share one reading. */
  readonly body: string

  constructor(response: Response, body: string) {
    super(`The upstream answered ${response.status}`)
    this.status = response.status
    this.headers = response.headers
    this.body = body
  }
}
