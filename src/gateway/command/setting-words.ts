import type { SettingName } from '#gateway/ops/config.ts'

/** What people read about one setting. */
export type SettingWords = {
  /** One sentence without its full stop. Names of settings and examples of values stand in backticks. */
  readonly meaning: string
  /** What holds where it is not set and the reader of settings knows no default itself. */
  readonly unset: string
  /** Whether its value, or a part of it, is a secret, which no output may repeat. */
  readonly isSecret?: true
}

/** Every setting, in the order in which an administrator meets them. `--help` and the table of the README say this. */
export const SETTING_WORDS: Readonly<Record<SettingName, SettingWords>> = {
  BITBUCKET_URL: {
    meaning: 'Address of your Bitbucket; a context path is fine',
    unset: 'required',
  },
  BITBUCKET_CA_FILE: {
    meaning: "Certificate authority that signed Bitbucket's and the mirrors' certificates (PEM)",
    unset: '',
  },
  HOST: { meaning: 'Name or address of this machine where the console listens', unset: '' },
  PORT: { meaning: 'Port where the console listens', unset: '' },
  PUBLIC_URL: {
    meaning: 'The address people use, when a proxy is in front; it may have a path',
    unset: '',
  },
  SIGN_IN: {
    meaning: "`bitbucket-session` on Bitbucket's own host: `PUBLIC_URL` is a path below `BITBUCKET_URL`",
    unset: '',
  },
  SESSION_KEYS: {
    meaning:
      'Keys that seal sessions, comma-separated: the first seals, all open. Needed beyond this machine',
    unset: 'made at start',
    isSecret: true,
  },
  SESSION_IDLE_MINUTES: { meaning: 'Minutes without use after which a session ends, 2 to 1440', unset: '' },
  METRICS_PORT: { meaning: 'Port of Prometheus metrics on 127.0.0.1', unset: 'off' },
  MIRROR_NETWORKS: {
    meaning:
      'Hosts and networks (CIDR) of mirrors that may be asked although they are loopback or link-local',
    unset: '',
  },
  TRUSTED_PROXIES: {
    meaning: 'Addresses and networks (CIDR) of the proxies in front, whose `X-Forwarded-For` is used',
    unset: 'none',
  },
  WATCH_TOKEN: {
    meaning: 'HTTP access token of an account that may list mirrors: the console then watches them by itself',
    unset: '',
    isSecret: true,
  },
  WATCH_STORE: {
    meaning:
      'Where it keeps what it sees: `memory`, `sqlite:/path`, `postgres://user:password@host/database`',
    unset: 'memory',
    isSecret: true,
  },
  WEBHOOK_SECRET: {
    meaning: "Secret that Bitbucket signs its webhooks with, 16 characters or more: mirrors' lag, exactly",
    unset: '',
    isSecret: true,
  },
  WATCH_REPOSITORIES: {
    meaning: "Ids of up to 50 repositories that tell mirrors' lag without webhooks, comma-separated",
    unset: 'one of 20 projects',
  },
}
