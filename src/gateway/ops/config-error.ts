/** A setting that stops the start. Its message is one plain sentence that names the setting and repeats no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
