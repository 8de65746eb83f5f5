import { ConfigError } from '#gateway/ops/config-error.ts'

/** A file that another process has open. */
export class StoreInUse extends ConfigError {
  constructor() {
    super('WATCH_STORE names a file that is in use by another process; several replicas need PostgreSQL.')
  }
}
