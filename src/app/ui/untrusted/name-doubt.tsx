import { StateMark } from '#app/ui/page/state-mark.tsx'

/** What the eye may get wrong about the name that it follows; nothing where there is no doubt. */
export const NameDoubt = ({ doubt }: { doubt: string | undefined }) =>
  doubt ? (
    <>
      {' '}
      <StateMark tone="attention">{doubt}</StateMark>
    </>
  ) : null
