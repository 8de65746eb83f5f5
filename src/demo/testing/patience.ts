/** How long a test waits for what must become true, in milliseconds: long, since a busy machine is no fault. */
export const PATIENCE_MS = 8000
