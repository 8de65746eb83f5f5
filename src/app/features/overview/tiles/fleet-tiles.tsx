import { useQuery } from '@tanstack/react-query'
import { useNow } from '#app/browser/use-now.ts'
import { farthestBehind, firstCertificate, oldestVersion } from '#app/domain/fleet/fleet-extremes.ts'
import type { FleetMark } from '#app/domain/fleet/fleet-marks.ts'
import { behindWords } from '#app/domain/history/behind-words.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { ageOf } from '#app/text/age.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { certificateStateOf } from '#health/certificate-state.ts'
import { noLagWords } from './no-lag-words.ts'
import { Tile } from './tile.tsx'

const LagTile = ({ marks }: { marks: readonly FleetMark[] }) => {
  const isWatched = useIsWatched()
  const question = 'Farthest behind'
  if (!isWatched) {
    return (
      <Tile question={question} detail="Lag is measured by the console’s watch, which is off.">
        Not known
      </Tile>
    )
  }
  const { mark, unknown } = farthestBehind(marks)
  const more = unknown === 0 ? '' : `Not known of ${counted(unknown, 'mirror')}`
  if (mark === null) {
    return (
      <Tile question={question} detail={more}>
        {noLagWords(unknown, marks.length)}
      </Tile>
    )
  }
  return (
    <Tile question={question} detail={`${behindWords(mark.behind)} behind${more === '' ? '' : `. ${more}`}`}>
      <NamedLink id={mark.id} to={paths.mirrorHistory}>
        {mark.name}
      </NamedLink>
    </Tile>
  )
}

const VersionTile = ({ marks }: { marks: readonly FleetMark[] }) => {
  const upstream = useQuery(upstreamVersionQuery).data?.version ?? null
  const oldest = oldestVersion(marks)
  const question = 'Oldest version'
  if (oldest === null) return <Tile question={question}>Not known</Tile>
  const [first] = oldest.marks
  const more = oldest.marks.length - 1
  return (
    <Tile
      question={question}
      detail={
        <>
          {first === undefined ? null : (
            <NamedLink id={first.id} to={paths.mirror}>
              {first.name}
            </NamedLink>
          )}
          {more > 0 ? ` and ${numberText(more)} more` : null}
          {upstream === null ? null : (
            <>
              ; Bitbucket has <ForeignText inline>{upstream}</ForeignText>
            </>
          )}
        </>
      }
    >
      <TextLink to={`${paths.mirrors}?sort=version.asc`}>
        <ForeignText inline>{oldest.version}</ForeignText>
      </TextLink>
    </Tile>
  )
}

const CertificateTile = ({ marks }: { marks: readonly FleetMark[] }) => {
  const now = useNow()
  const first = firstCertificate(marks)
  const question = 'First certificate to end'
  if (first === null) {
    return marks.some((mark) => mark.hasCertificate) ? (
      <Tile question={question} detail="No secure connection to a mirror was made yet.">
        Not known
      </Tile>
    ) : (
      <Tile question={question}>No https address</Tile>
    )
  }
  const state = certificateStateOf(first.ends, now)
  const when = `${state === 'ended' ? 'Ended' : 'Ends'} ${ageOf(first.ends, now)}`
  return (
    <Tile
      question={question}
      detail={
        state === 'valid' ? (
          when
        ) : (
          <StateMark tone={state === 'ended' ? 'bad' : 'attention'}>{when}</StateMark>
        )
      }
    >
      <NamedLink id={first.mark.id} to={paths.mirror}>
        {first.mark.name}
      </NamedLink>
    </Tile>
  )
}

/** Which mirror lags most, which version is oldest, which certificate ends first. */
export const FleetTiles = ({ marks }: { marks: readonly FleetMark[] }) =>
  marks.length === 0 ? null : (
    <>
      <LagTile marks={marks} />
      <VersionTile marks={marks} />
      <CertificateTile marks={marks} />
    </>
  )
