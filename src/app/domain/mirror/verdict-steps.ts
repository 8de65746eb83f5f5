import type { VerdictKind } from '#health/mirror-verdict.ts'

/** What to do about each verdict; empty where there is nothing to do. */
export const verdictSteps: Record<VerdictKind, string> = {
  unreachable: 'Check that the mirror runs, its address, its DNS name and the firewall.',
  'timed-out': 'Check the load of the mirror and its log.',
  certificate: 'Renew the certificate, or name the authority in BITBUCKET_CA_FILE.',
  refused: 'Compare the clocks of mirror and Bitbucket; then check what stands in front of the mirror.',
  'not-a-mirror': 'Check what answers at the address of the mirror.',
  failing: 'Look into the log of the mirror.',
  maintenance: 'Wait until it has started, or ask its operator.',
  'not-seen': 'Check that the mirror runs and reaches Bitbucket.',
  'clock-differs': 'Set both clocks by a time server.',
  'clock-slightly-off': 'Set both clocks by a time server.',
  'rate-limited': 'Wait, and look at what asks it so often.',
  'answers-not-seen': 'Check that the mirror reaches Bitbucket.',
  'never-seen': 'Check that the mirror runs and reaches Bitbucket.',
  'record-went-back': 'Check the nodes of Bitbucket, and caches in front of it.',
  'shared-address': 'Correct the address of one of them, or remove the one that is gone.',
  'not-allowed': 'Correct the address; where it is meant, name it in MIRROR_NETWORKS.',
  'other-state': '',
  'without-status': 'Ask it about a repository to see whether it serves.',
  'check-too-old': 'Check it now.',
  'not-checked': 'Check it now.',
  unknown: '',
  synchronizing: '',
  disabled: '',
  healthy: '',
}
