/** The nonce of styles that are made at run time. A file gives the same to everyone, so it keeps out no one who knows it. */
export const STATIC_NONCE = 'static-demonstration'

/** Name of the Trusted Types policy through which the worker is registered, and nothing else. */
export const WORKER_POLICY = 'static-demonstration'
