import { Dialog } from '#app/ui/dialog/dialog.tsx'
import { singleKeys } from '#app/browser/single-keys.ts'
import classes from './frame-dialog.module.css'

const KEYS = [
  { keys: ['Ctrl K', '⌘ K'], does: 'Open the command palette', isSingle: false },
  { keys: ['/'], does: 'Go to the search of the page', isSingle: true },
  { keys: ['?'], does: 'Show this map', isSingle: true },
  { keys: ['j', 'k'], does: 'Go to the next or previous row of a table', isSingle: true },
  { keys: ['↓', '↑'], does: 'The same, once a row has the focus', isSingle: false },
  { keys: ['Tab', 'Shift Tab'], does: 'Go to the next or previous control', isSingle: false },
  { keys: ['Enter', 'Space'], does: 'Open the row or link, press the button', isSingle: false },
  { keys: ['x'], does: 'Select or deselect the row that has the focus', isSingle: true },
  { keys: ['Shift ↓', 'Shift ↑'], does: 'Extend the selection to the next or previous row', isSingle: false },
  { keys: ['Shift click'], does: 'Select all rows between two boxes', isSingle: false },
  {
    keys: ['Ctrl A', '⌘ A'],
    does: 'In a table: select the rows that are shown, at most 100',
    isSingle: false,
  },
  { keys: ['a'], does: 'Go to the actions for the selected rows', isSingle: true },
  { keys: ['Esc'], does: 'Close a dialog, or clear the selection', isSingle: false },
] as const

/** What the keys do. */
export const KeyboardMap = ({ onClose }: { onClose: () => void }) => {
  const isOn = singleKeys.use() === 'on'
  return (
    <Dialog title="Keyboard map" onClose={onClose}>
      <dl className={classes.rows}>
        {KEYS.map(({ keys, does, isSingle }) => (
          <div key={does} className={classes.row}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} className={classes.key} translate="no">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>
              {does}
              {isSingle && !isOn ? ' (off)' : null}
            </dd>
          </div>
        ))}
      </dl>
      <p>Single-key shortcuts can be turned {isOn ? 'off' : 'on'} in the preferences.</p>
    </Dialog>
  )
}
