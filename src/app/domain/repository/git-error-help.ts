/** What a message of git means, and what to do, in order. */
export type GitErrorHelp = {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly steps: readonly string[]
}

const CHECK = 'Open the repository here and run "Why can’t I clone?" for the mirror in the address.'
const PRIMARY = 'Clone from the primary meanwhile: the repository’s page has its address.'

/**
 * The messages that git, curl and ssh print, the most telling first: where several lines match, the first of these is
 * the cause. Sources: git's and curl's own sources, OpenSSH, and the vendor's knowledge base on smart mirrors.
 */
const HELP: readonly (GitErrorHelp & { readonly pattern: RegExp })[] = [
  {
    id: 'host-key',
    pattern: /host key verification failed|remote host identification has changed|no matching host key/i,
    title: 'The server’s SSH key is not the one that this machine knows',
    meaning:
      'A mirror has a key of its own. It was never confirmed here, was renewed, or another server answers.',
    steps: [
      'Compare the fingerprint with the one that the mirror’s operator gives you.',
      'Remove the old key with ssh-keygen -R and the host, then connect again and confirm the new one.',
    ],
  },
  {
    id: 'public-key',
    pattern: /permission denied \(publickey/i,
    title: 'The server did not accept your SSH key',
    meaning: 'Mirrors know the keys that are in your Bitbucket account, a moment after they are added there.',
    steps: [
      'Check that your public key is in Bitbucket: Manage account, SSH keys.',
      'Check which key is offered: ssh -v with the host of the address.',
      'Where the key is new, wait a minute, or clone over HTTPS.',
    ],
  },
  {
    id: 'dns',
    pattern:
      /could not resolve (?:host|proxy)|name or service not known|temporary failure in name resolution/i,
    title: 'The name of the host is not known on this machine',
    meaning:
      'DNS has no such name here. The address is misspelt, or the mirror is known in another network only.',
    steps: [
      'Check the host in the address for typing errors.',
      'Connect to the VPN where there is one.',
      CHECK,
    ],
  },
  {
    id: 'certificate',
    pattern:
      /ssl certificate problem|certificate (?:has expired|verify failed)|self[- ]signed certificate|unable to get local issuer|server certificate verification failed/i,
    title: 'This machine does not trust the server’s certificate',
    meaning:
      'The certificate has ended, is for another name, or its authority is not known to git on this machine.',
    steps: [
      'See on the mirror’s page when its certificate ends.',
      'Where it is valid, add your organisation’s authority: git config http.sslCAInfo with its file.',
      'Do not turn the check off: your password goes over this connection.',
    ],
  },
  {
    id: 'sign-in',
    pattern:
      /authentication failed|invalid username or password|could not read (?:username|password)|error: 401|\b401\b.*unauthori[sz]ed/i,
    title: 'Bitbucket did not accept the credentials',
    meaning:
      'A mirror asks Bitbucket itself. The password or token is wrong, has ended, or a helper sent an old one.',
    steps: [
      'Sign in to Bitbucket in the browser: after failed attempts it may ask for a CAPTCHA there.',
      'Use an HTTP access token in place of the password, and check that it has not ended.',
      'Remove what git remembers: git credential reject, or your system’s store of passwords.',
    ],
  },
  {
    id: 'forbidden',
    pattern: /error: 403|\b403\b forbidden|you do not have permission|access denied/i,
    title: 'Your account may not do this',
    meaning: 'Bitbucket knows you. You lack the permission, or the address is one that may not be pushed to.',
    steps: [
      'Ask a project administrator for access.',
      'To push, use the primary’s address: mirrors are read-only.',
    ],
  },
  {
    id: 'read-only',
    pattern: /(?:mirror is |repository is )read[- ]only|cannot push to a mirror|pre-receive hook declined/i,
    title: 'The server refuses the push',
    meaning:
      'A mirror cannot be pushed to, unless it passes pushes on; otherwise a rule of the repository refused it.',
    steps: [
      'Set the push address to the primary: git remote set-url --push.',
      'See Preferred mirror for the commands.',
    ],
  },
  {
    id: 'not-found',
    pattern:
      /repository ['"]?[^\n]*['"]? not found|repository not found|not available on this mirror|does not exist or you do not have|error: 404|does not appear to be a git repository/i,
    title: 'The server has no such repository for you',
    meaning:
      'The address is wrong, you may not read it, or this mirror does not have it: mirrors copy chosen projects only.',
    steps: ['Find the repository here: what you cannot see, you cannot clone.', CHECK, PRIMARY],
  },
  {
    id: 'rate-limited',
    pattern: /error: 429|too many requests/i,
    title: 'The server limits how much you ask',
    meaning: 'Too many requests came from you or your build in a short time.',
    steps: ['Wait a minute, then try again.', 'Clone less often: fetch into a clone that is kept.'],
  },
  {
    id: 'unavailable',
    pattern: /error: 50[0234]|service unavailable|bad gateway|gateway time-?out/i,
    title: 'The server, or a proxy before it, cannot serve now',
    meaning: 'It is starting, in maintenance or overloaded.',
    steps: [CHECK, PRIMARY],
  },
  {
    id: 'refused',
    pattern: /connection refused|failed to connect to|no route to host|network is unreachable/i,
    title: 'Nothing answers at this address',
    meaning: 'The mirror does not run, its port is wrong, or a firewall stands between.',
    steps: ['Check the port in the address.', CHECK, PRIMARY],
  },
  {
    id: 'timed-out',
    pattern: /timed out|timeout was reached|operation too slow/i,
    title: 'The server did not answer in time',
    meaning: 'The mirror hangs or is overloaded, or a firewall drops what you send.',
    steps: [CHECK, PRIMARY],
  },
  {
    id: 'lfs',
    pattern: /git[- ]lfs|smudge filter|lfs: /i,
    title: 'A large file could not be fetched',
    meaning: 'Git LFS asks for files apart from the clone, and uses an address of its own.',
    steps: [
      'See which address is used: git lfs env.',
      'Clone without the files first: GIT_LFS_SKIP_SMUDGE=1 git clone, then git lfs pull.',
      PRIMARY,
    ],
  },
  {
    id: 'shallow',
    pattern: /shallow (?:file|update)|unshallow|object .* is missing|not our ref|reference is not a tree/i,
    title: 'A commit is missing',
    meaning: 'The clone is shallow, or the mirror does not have the newest push yet.',
    steps: [
      'See on the mirror’s page how far behind it is, and fetch again.',
      'Fetch the whole history: git fetch --unshallow.',
    ],
  },
  {
    id: 'broke-off',
    pattern:
      /early eof|unexpected disconnect|remote end hung up|rpc failed|connection reset|invalid index-pack|transfer closed/i,
    title: 'The connection broke off while data came',
    meaning: 'The server stopped, or a proxy ends transfers that take long or are large.',
    steps: ['Try again.', 'Clone less at once: git clone --depth 1, then git fetch --unshallow.', CHECK],
  },
]

/** So much is read of what was pasted: the output of a job may be far longer. */
const READ = 20_000

/** What is known of the messages in a text, the most telling first; none where no message is known. */
export const gitErrorHelp = (text: string): readonly GitErrorHelp[] => {
  const read = text.slice(0, READ)
  return HELP.filter(({ pattern }) => pattern.test(read))
}
