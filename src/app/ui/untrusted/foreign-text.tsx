import { cutText } from '#contract/cut-text.ts'
import { Fragment, useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { numberText } from '#app/text/number-text.ts'
import classes from './foreign-text.module.css'
import { piecesOf } from '#app/text/hidden-characters.ts'

/** Longer texts are cut where they stand free; in a table the cell's width cuts them. */
const CUT_AFTER = 240

const BreakableAddress = ({ text }: { text: string }) =>
  text.split(/(?<=[/.:@?&=])(?=[^/.:@?&=])/).map((part, index) => (
    <Fragment key={`${String(index)} ${part}`}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ))

/**
 * Text from outside the console: isolated in direction so that it cannot turn its neighbours around, with hidden
 * characters made visible. Inside a link or a cell use `inline`; free-standing long text is cut with a way to see all.
 */
export const ForeignText = ({
  children,
  inline = false,
  isAddress = false,
  isProse = false,
}: {
  children: string
  inline?: boolean
  /** Breaks lines where an address has its joints, so that a narrow column cuts no word or number. */
  isAddress?: boolean
  /** Sentences, which a browser may translate. Names, addresses and ids it must not. */
  isProse?: boolean
}) => {
  const [isWhole, setWhole] = useState(false)
  const isCut = !inline && !isWhole && children.length > CUT_AFTER
  // A table cell never shows more than this, so a huge name costs nothing there.
  const shown = isCut || inline ? cutText(children, CUT_AFTER) : children
  return (
    <>
      <bdi className={classes.text} translate={isProse ? 'yes' : 'no'}>
        {piecesOf(shown).map((piece, index) =>
          piece.kind === 'plain' ? (
            // oxlint-disable-next-line react/no-array-index-key -- Pieces have no identity but their place: another text takes over the node, which a scrolling list feels.
            <Fragment key={index}>{isAddress ? <BreakableAddress text={piece.text} /> : piece.text}</Fragment>
          ) : (
            <span
              key={`${String(index)} ${piece.codePoint}`}
              className={classes.hidden}
              title="A hidden character"
            >
              {piece.codePoint}
              {piece.count === 1 ? null : ` ×${numberText(piece.count)}`}
            </span>
          ),
        )}
        {shown.length < children.length ? '…' : null}
      </bdi>
      {isCut ? (
        <UnstyledButton className={classes.reveal} onClick={() => setWhole(true)}>
          Show all {numberText(children.length)} characters
        </UnstyledButton>
      ) : null}
    </>
  )
}
