import { replyWithJson } from './reply.ts'

const PACKAGE = 'com.atlassian.bitbucket'

/** A refusal in Bitbucket's own form, `{"errors":[{context, message, exceptionName}]}`. Thrown by handlers. */
export class RestFailure extends Error {
  override readonly name = 'RestFailure'
  readonly status: number
  readonly exceptionName: string | null
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    exceptionName: string | null,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.exceptionName = exceptionName === null ? null : `${PACKAGE}.${exceptionName}`
    this.headers = headers
  }

  /** The refusal as an answer. */
  toResponse(): Response {
    const { message, exceptionName, status, headers } = this
    return replyWithJson({ errors: [{ context: null, message, exceptionName }] }, status, headers)
  }
}

/** 401: anonymous, or known and not permitted. `X-AUSERNAME`, which the dispatcher adds, shows which. */
export const notPermitted = () =>
  new RestFailure(401, 'You are not permitted to access this resource', 'AuthorisationException')

/** 409 of every operation on one request that is missing, or that was handled already. */
export const noSuchRequest = (id: string) =>
  // The class names of the mirroring plugin are not published; those that contain "mirroring" are made up.
  new RestFailure(
    409,
    `The mirroring request ${id} could not be found.`,
    'mirroring.NoSuchMirroringRequestException',
  )

/** 404 for a mirror that does not exist. */
export const noSuchMirror = (id: string) =>
  new RestFailure(404, `The mirror ${id} could not be found.`, 'mirroring.NoSuchMirrorException')

/** 404 for a repository that does not exist. */
export const noSuchRepository = (id: string) =>
  new RestFailure(404, `Repository ${id} does not exist.`, 'repository.NoSuchRepositoryException')

/** 404 for a project that does not exist. */
export const noSuchProject = (id: string) =>
  new RestFailure(404, `Project ${id} does not exist.`, 'project.NoSuchProjectException')

/** 400 for a body or a parameter that cannot be understood. */
export const badRequest = (message: string) => new RestFailure(400, message, 'ArgumentValidationException')
