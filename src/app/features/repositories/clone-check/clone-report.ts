import { cutText } from '#contract/cut-text.ts'
import { utcOf } from '#app/text/age.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { type CloneCheck, verdictWords } from './clone-check.ts'
import { conclusionOf } from './clone-checks.ts'
import { withoutSecrets } from './without-secrets.ts'

/** One foreign text on one line of plain text. */
const line = (text: string): string => plainOf(cutText(text, 300))

/** What a report is about. */
export type ReportSubject = {
  readonly repository: { readonly id: string; readonly name: string | null }
  readonly mirror: { readonly id: string; readonly name: string; readonly baseUrl: string | null }
  /** Epoch ms. */
  readonly at: number
}

/** The checks as plain text for a ticket: no links to ask with, no credentials, no hidden characters. */
export const cloneReport = (
  { repository, mirror, at }: ReportSubject,
  checks: readonly CloneCheck[],
): string =>
  withoutSecrets(
    [
      'Why can this repository not be cloned from this mirror?',
      '',
      `Repository: ${line(repository.name ?? 'not readable')} (id ${line(repository.id)})`,
      `Mirror: ${line(mirror.name)} (id ${line(mirror.id)})`,
      `Address: ${line(mirror.baseUrl ?? 'not given')}`,
      `Checked: ${utcOf(at)}`,
      '',
      line(conclusionOf(checks)),
      '',
      ...checks.flatMap(({ claim, verdict, evidence, nextStep }, index) => [
        `${String(index + 1)}. ${claim}: ${verdictWords[verdict].word.toLowerCase()}. ${line(evidence)}`,
        ...(nextStep === undefined || verdict === 'passed' ? [] : [`   Next: ${line(nextStep)}`]),
      ]),
      '',
    ].join('\n'),
  )
