/** Bitbucket's own words for a refusal. */
const refusal = { errors: [{ context: null, message: 'No', exceptionName: null }] }

/** A Bitbucket of two users in memory: enough to sign in at, and `answer` for all other requests. */
export const createFakeUpstream = (
  answer: (request: Request, user: string) => Response = () => new Response(null),
) => {
  const asked: Request[] = []
  const users: Readonly<Record<string, string>> = {
    'Bearer alice-token': 'alice',
    [`Basic ${btoa('alice:alice')}`]: 'alice',
    'Bearer bob-token': 'bob',
  }
  return {
    asked,
    fetch: (request: Request): Promise<Response> => {
      asked.push(request)
      const user = users[request.headers.get('authorization') ?? '']
      if (user === undefined) return Promise.resolve(Response.json(refusal, { status: 401 }))
      const known = { 'x-ausername': user }
      return Promise.resolve(
        request.url.endsWith('/preferred-mirror')
          ? Response.json(refusal, { status: 404, headers: known })
          : answer(request, user),
      )
    },
  }
}
