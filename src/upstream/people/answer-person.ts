import { ACCOUNTS } from '#upstream/accounts.ts'
import { accountByPassword } from '#upstream/authentication.ts'
import { replyWithHtml, replyWithNothing } from '#upstream/reply.ts'
import type { World } from '#upstream/world.ts'

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - Bitbucket</title></head>` +
  `<body><h2>${title}</h2>${content}</body></html>`

/** A path of this server itself. Anything else, such as another host's address, leads to the start page. */
const safeNext = (next: string | null): string =>
  next !== null && /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : '/'

const loginPage = (contextPath: string, next: string, said = ''): string =>
  page(
    'Log in',
    `<p>A small Bitbucket. The password of each account is its name: ${ACCOUNTS.map(({ name }) => name).join(', ')}.</p>${said}` +
      `<form method="post" action="${escaped(contextPath)}/j_atl_security_check">` +
      '<p><label>Username <input name="j_username" autocomplete="username" required></label></p>' +
      '<p><label>Password <input name="j_password" type="password" autocomplete="current-password" required></label></p>' +
      '<p><label><input name="_atl_remember_me" type="checkbox"> Keep me logged in</label></p>' +
      `<input type="hidden" name="next" value="${escaped(next)}"><button>Log in</button></form>`,
  )

const redirectTo = (location: string, setCookies: readonly string[] = []): Response => {
  const reply = replyWithNothing(302, { location })
  for (const line of setCookies) reply.headers.append('set-cookie', line)
  return reply
}

/** Whether a form was sent by a page of this very server, by what the browser says. */
const isOwnForm = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site')
  return site === null
    ? request.headers.get('origin') === new URL(request.url).origin
    : site === 'same-origin'
}

const signIn = async (world: World, request: Request): Promise<Response> => {
  if (!isOwnForm(request)) return replyWithHtml(page('Not from here', ''), 403)
  const { contextPath } = world.settings
  const form = new URLSearchParams(await request.text())
  const next = safeNext(form.get('next'))
  const account = accountByPassword(form.get('j_username') ?? '', form.get('j_password') ?? '')
  if (account === undefined) {
    return replyWithHtml(loginPage(contextPath, next, '<p role="alert">Invalid username or password.</p>'))
  }
  // A session of its own for each sign-in: an identifier from before it is worth nothing.
  world.sessions.end(request.headers.get('cookie'))
  return redirectTo(contextPath + next, world.sessions.start(account, form.has('_atl_remember_me')))
}

/**
 * What people get outside of the REST API: the login page, its form, the way out, and one page for those who are signed
 * in. Names of paths and fields are Bitbucket's (atlassian/dc-app-performance-toolkit uses the same).
 *
 * @param path below the context path.
 */
export const answerPerson = async (world: World, request: Request, path: string): Promise<Response> => {
  const { contextPath } = world.settings
  const { searchParams, search } = new URL(request.url)
  const cookies = request.headers.get('cookie')
  if (path === '/login') return replyWithHtml(loginPage(contextPath, safeNext(searchParams.get('next'))))
  if (path === '/j_atl_security_check' && request.method === 'POST') return signIn(world, request)
  if (path === '/j_atl_security_logout') {
    return redirectTo(`${contextPath}/login`, world.sessions.end(cookies))
  }
  const { caller, setCookies } = world.sessions.recognise(cookies)
  if (caller === null) {
    return redirectTo(`${world.settings.baseUrl}/login?next=${encodeURIComponent(path + search)}`, setCookies)
  }
  const reply = replyWithHtml(
    page(
      'Bitbucket',
      `<p>Signed in as ${escaped(caller.displayName)} (${escaped(caller.name)}).</p>` +
        `<p><a href="${escaped(contextPath)}/j_atl_security_logout">Log out</a></p>`,
    ),
  )
  for (const line of setCookies) reply.headers.append('set-cookie', line)
  return reply
}
