import { describe, expect, it } from 'vitest'
import { wantedRepository } from './wanted-repository.ts'

/** `KEY/slug` and the host of the address in a text. */
const found = (text: string): string => {
  const wanted = wantedRepository(text)
  if (wanted.kind === 'at') {
    return `${wanted.projectKey}/${wanted.slug} on ${wanted.host ?? 'no host'}`
  }
  return wanted.kind === 'in-project' ? `${wanted.projectKey} on ${wanted.host ?? 'no host'}` : wanted.kind
}

describe('an address leads to its repository', () => {
  it.each([
    ['over ssh', 'ssh://git@git.example:7999/pay/ledger.git', 'pay/ledger on git.example'],
    ['over ssh without a port', 'ssh://git@git.example/pay/ledger.git', 'pay/ledger on git.example'],
    ['as scp writes it', 'git@git.example:pay/ledger.git', 'pay/ledger on git.example'],
    ['as scp writes it, with a port', 'git@git.example:7999/pay/ledger.git', 'pay/ledger on git.example'],
    ['as scp writes it, without a user', 'git.example:pay/ledger', 'pay/ledger on git.example'],
    ['over https', 'https://git.example/scm/pay/ledger.git', 'pay/ledger on git.example'],
    ['without .git', 'https://git.example/scm/pay/ledger', 'pay/ledger on git.example'],
    ['with a slash at the end', 'https://git.example/scm/pay/ledger.git/', 'pay/ledger on git.example'],
    ['with a port', 'http://git.example:7990/scm/pay/ledger.git', 'pay/ledger on git.example'],
    ['with a context path', 'https://git.example/bitbucket/scm/pay/ledger.git', 'pay/ledger on git.example'],
    ['with a deep context path', 'https://x.example/a/b/scm/pay/ledger.git', 'pay/ledger on x.example'],
    ['with a user', 'https://alice@git.example/scm/pay/ledger.git', 'pay/ledger on git.example'],
    [
      'with a user and a token',
      'https://ci:S3CR3T@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    ['with a token as user', 'https://S3CR3T@git.example/scm/pay/ledger.git', 'pay/ledger on git.example'],
    [
      'with an escaped user',
      'https://a%40corp:S%2F3@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    [
      'with an @ in the token',
      'https://ci:S3@CR3T@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    [
      'with a slash in the token',
      'https://ci:S3/CR3T@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    [
      'with digits and a slash in the token',
      'https://ci:12/CR3T@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    [
      'with a slash in the token as user',
      'https://S3/CR3T@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    [
      'with ? and # in the token',
      'https://ci:S3?C#R@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    [
      'with a path in the token',
      'https://ci:/scm/a/b@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    [
      'with a blank in the token',
      'https://ci:S3 CR3T@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    ['without its scheme', 'git.example/scm/pay/ledger.git', 'pay/ledger on git.example'],
    [
      'without its scheme, with a token',
      'ci:S3CR3T@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    ['of a personal project', 'https://git.example/scm/~alice/notes.git', '~alice/notes on git.example'],
    [
      'of a personal project, escaped',
      'https://git.example/scm/%7Ealice/notes.git',
      '~alice/notes on git.example',
    ],
    [
      'of a personal project over ssh',
      'ssh://git@git.example:7999/~a.b-c/notes.git',
      '~a.b-c/notes on git.example',
    ],
    ['of a mirror', 'https://tokyo.example:8443/ctx/scm/pay/ledger.git', 'pay/ledger on tokyo.example'],
    ['in upper case', 'HTTPS://GIT.EXAMPLE/SCM/PAY/LEDGER.GIT', 'PAY/LEDGER on git.example'],
    ['in full width', 'ｈｔｔｐｓ：／／git.example／scm／pay／ledger.git', 'pay/ledger on git.example'],
    [
      'with blanks and hidden characters',
      ' \u200Bhttps://git.example/scm/pay/led\u00ADger.git\uFEFF\n',
      'pay/ledger on git.example',
    ],
    ['on an IPv6 address', 'ssh://git@[2001:db8::1]:7999/pay/ledger.git', 'pay/ledger on [2001:db8::1]'],
    ['on an IPv6 address as scp writes it', 'git@[::1]:pay/ledger.git', 'pay/ledger on [::1]'],
    [
      'on a host with other letters',
      'https://bücher.example/scm/pay/ledger.git',
      'pay/ledger on bücher.example',
    ],
    [
      'with git’s own path behind it',
      'https://git.example/scm/pay/ledger.git/info/refs?service=git-upload-pack',
      'pay/ledger on git.example',
    ],
    [
      'with the path of git LFS',
      'https://git.example/scm/pay/ledger.git/info/lfs/objects/batch',
      'pay/ledger on git.example',
    ],
    ['with a dot in the slug', 'https://git.example/scm/pay/ledger.io.git', 'pay/ledger.io on git.example'],
    ['of a slug that ends with git', 'https://git.example/scm/pay/legit', 'pay/legit on git.example'],
    ['behind a proxy without scm', 'https://git.example/pay/ledger.git', 'pay/ledger on git.example'],
    ['behind a proxy below a path', 'https://git.example/a/b/pay/ledger.git', 'pay/ledger on git.example'],
    ['as npm writes it', 'git+ssh://git@git.example:7999/pay/ledger.git#v1.2', 'pay/ledger on git.example'],
    [
      'as pip writes it',
      'git+https://git.example/scm/pay/ledger.git@v1#egg=ledger',
      'pay/ledger on git.example',
    ],
    ['as maven writes it', 'scm:git:ssh://git@git.example:7999/pay/ledger.git', 'pay/ledger on git.example'],
    [
      'as a variable',
      'GIT_URL=https://ci:S3CR3T@git.example/scm/pay/ledger.git',
      'pay/ledger on git.example',
    ],
    ['in browsing', 'https://git.example/projects/PAY/repos/ledger/browse', 'PAY/ledger on git.example'],
    [
      'in browsing, with a ref',
      'https://git.example/projects/PAY/repos/ledger/browse?at=refs%2Fheads%2Fx%40y',
      'PAY/ledger on git.example',
    ],
    [
      'in browsing, below a context path',
      'https://git.example/bb/projects/PAY/repos/ledger',
      'PAY/ledger on git.example',
    ],
    [
      'in browsing a person’s',
      'https://git.example/users/alice/repos/notes/browse',
      '~alice/notes on git.example',
    ],
    [
      'in browsing a person’s as a project',
      'https://git.example/projects/~ALICE/repos/notes',
      '~ALICE/notes on git.example',
    ],
    [
      'of a pull request',
      'https://git.example/projects/PAY/repos/ledger/pull-requests/12/overview',
      'PAY/ledger on git.example',
    ],
    [
      'of a commit',
      'https://git.example/projects/PAY/repos/ledger/commits/0a1b2c#src/@x/scm/a/b',
      'PAY/ledger on git.example',
    ],
    [
      'of a file with an @ in its path',
      'https://git.example/projects/PAY/repos/ledger/browse/src/@scm/x/y.ts',
      'PAY/ledger on git.example',
    ],
    [
      'of the REST API',
      'https://git.example/rest/api/latest/projects/PAY/repos/ledger',
      'PAY/ledger on git.example',
    ],
    [
      'behind a login page',
      'https://git.example/login?next=%2Fprojects%2FPAY%2Frepos%2Fledger',
      'PAY/ledger on git.example',
    ],
    ['without a host', '/projects/PAY/repos/ledger/browse', 'PAY/ledger on no host'],
    ['without a host or a slash', 'projects/PAY/repos/ledger', 'PAY/ledger on no host'],
    ['by its end alone', 'scm/pay/ledger.git', 'pay/ledger on no host'],
  ])('%s', (_how, text, target) => expect(found(text)).toBe(target))
})

describe('a line with an address leads to its repository', () => {
  const ledger = 'pay/ledger on git.example'
  it.each([
    ['git clone https://git.example/scm/pay/ledger.git'],
    ['$ git clone --mirror -b main ssh://git@git.example:7999/pay/ledger.git /tmp/a/b'],
    ['git clone git@git.example:7999/pay/ledger.git && cd ledger'],
    ['git remote add origin "https://git.example/scm/pay/ledger.git"'],
    ['origin\tssh://git@git.example:7999/pay/ledger.git (fetch)'],
    ['\turl = ssh://git@git.example:7999/pay/ledger.git'],
    [
      "fatal: unable to access 'https://ci:S3CR3T@git.example/scm/pay/ledger.git/': The requested URL returned error: 403",
    ],
    ["fatal: repository 'https://git.example/scm/pay/ledger.git/' not found"],
    ["fatal: Authentication failed for 'https://git.example/scm/pay/ledger.git'"],
    [
      "Cloning into 'ledger'...\nremote: Not found\nfatal: repository 'https://git.example/scm/pay/ledger.git/' not found",
    ],
    ['stderr: https://git.example/login and then https://git.example/scm/pay/ledger.git.'],
    ['see [the code](https://git.example/scm/pay/ledger.git), it says'],
    ['<https://git.example/scm/pay/ledger.git>'],
    ['curl -H "Authorization: Bearer S3CR3T" https://git.example/scm/pay/ledger.git/info/refs'],
  ])('%s', (line) => expect(found(line)).toBe(ledger))
})

describe('an address leads to a project', () => {
  it.each([
    ['https://git.example/projects/PAY', 'PAY on git.example'],
    ['https://git.example/ctx/projects/PAY/settings', 'PAY on git.example'],
    ['https://git.example/users/alice', '~alice on git.example'],
    ['https://git.example/rest/api/latest/projects/PAY/repos?limit=1', 'PAY on git.example'],
    ['/projects/PAY', 'PAY on no host'],
  ])('%s', (text, target) => expect(found(text)).toBe(target))
})
