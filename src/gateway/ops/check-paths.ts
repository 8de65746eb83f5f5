/** Answers as long as the process runs. */
export const HEALTH_PATH = '/-/health'

/** Answers 200 while the upstream can be reached, 503 while it cannot. */
export const READY_PATH = '/-/ready'

/** Whether a path is one of the two that orchestrators ask. Their answers contain nothing about users, so any host may be named. */
export const isCheckPath = (path: string): boolean => path === HEALTH_PATH || path === READY_PATH
