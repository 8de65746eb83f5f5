import { askAhead } from './ask-ahead.ts'
import { askPatiently } from './ask-patiently.ts'
import { keepListAge } from './keep-list-age.ts'
import { joinedPages } from './joined-pages.ts'

/** What lists of several pages need: one file, which comes with the first second page. */
export const growingList = { askAhead, askPatiently, joinedPages, keepListAge }
