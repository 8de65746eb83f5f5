import type { VerdictKind } from '#health/mirror-verdict.ts'

/** What each verdict rests on, as a sentence. */
export const verdictReasons: Record<VerdictKind, string> = {
  unreachable: 'The console could not connect to it. Users may stand elsewhere in the network.',
  'timed-out': 'It accepted the connection from the console and did not answer within 5 seconds.',
  certificate: 'The console does not trust its certificate.',
  refused: 'It refused what the console asked, also with a fresh signed link.',
  'not-a-mirror': 'The answer did not come from a mirror: a page, a redirect or something unreadable.',
  failing: 'It answered the console with an error of its own.',
  maintenance: 'It answered the console that it is not available now.',
  'not-seen': 'Bitbucket has not seen it recently, and no good answer of the mirror is known.',
  'clock-differs': 'Its clock and Bitbucket’s differ by more than 30 seconds, so signed links are refused.',
  'clock-slightly-off':
    'Its clock and Bitbucket’s differ by more than your tolerance. Links are refused beyond 30 seconds.',
  'rate-limited': 'It answers fewer questions for a while, because it received too many.',
  'answers-not-seen':
    'It answers the console, but Bitbucket has not seen it recently: it may not get what is pushed.',
  'never-seen': 'Bitbucket has not seen it since it was accepted.',
  'record-went-back':
    'It answers, but Bitbucket’s record shows an earlier time than it did before: an old replica or a cache answers in turn.',
  'shared-address': 'Another mirror has the same address, so the answer may be the other one’s.',
  'not-allowed': 'The console does not ask this address: loopback, link-local, or not http(s).',
  'other-state': 'It answers with a state that the console does not know.',
  'without-status': 'It answers, but says nothing about its state: a proxy or an older version may hide it.',
  'check-too-old': 'Bitbucket has seen it recently. The last good answer of the mirror is too old to count.',
  'not-checked': 'Bitbucket has seen it recently. The console has not asked the mirror yet.',
  unknown: 'Bitbucket does not say whether it is enabled, so it is not asked.',
  synchronizing: 'It answers and is still copying. What is not copied yet has to be cloned from the primary.',
  disabled: 'Bitbucket lists it as disabled. The API cannot enable it.',
  healthy: 'Bitbucket has seen it recently, and it answers that it is synchronized.',
}
