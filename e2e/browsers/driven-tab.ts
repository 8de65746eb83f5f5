/** A point of the page, in CSS pixels from the upper left corner of what is in view. */
export type Point = { readonly x: number; readonly y: number }

/** The keys that are pressed by name; text is typed. */
export type Key =
  | 'Tab'
  | 'Enter'
  | 'Escape'
  | 'ArrowDown'
  | 'ArrowRight'
  | 'Space'
  | 'Backspace'
  | '/'
  | '?'
  | 'a'
  | 'j'
  | 'k'
  | 'v'

/** One tab of a real browser: what the protocols of browsers do differently, and nothing more. */
export type DrivenTab = {
  /** Opens an address, and waits until its document is loaded. */
  readonly open: (address: string) => Promise<void>
  /** Runs a function in the page. It knows only what it is given, and both ways go by JSON. */
  readonly evaluate: <Given, Result>(
    work: (given: Given) => Result | Promise<Result>,
    given: Given,
  ) => Promise<Result>
  /** Runs the text of a script in the page, past its policy. */
  readonly load: (script: string) => Promise<void>
  /** Clicks with the real pointer. */
  readonly clickAt: (point: Point) => Promise<void>
  /** Presses a key, with others held meanwhile. */
  readonly press: (key: Key, held?: 'Shift' | 'Control') => Promise<void>
  /** Types each character of a text into what has the focus. */
  readonly type: (text: string) => Promise<void>
  /** Gives the page this size, or the nearest that the browser can have. */
  readonly resize: (width: number, height: number) => Promise<void>
  /** What is in view, as PNG. */
  readonly picture: () => Promise<Buffer>
}

/** A browser as a person has it who never used it: without cookies, and with nothing kept. */
export type DrivenProfile = {
  readonly newTab: () => Promise<DrivenTab>
  readonly close: () => Promise<void>
}

/** A real browser that was started. */
export type DrivenBrowser = {
  /** Its name and version, as it says them itself. */
  readonly version: string
  readonly newProfile: () => Promise<DrivenProfile>
  /** The folder where downloads end up. */
  readonly downloads: string
  /** Ends it, and removes all that it kept. */
  readonly stop: () => Promise<void>
}

/** Starts a browser that prefers light or dark. @throws Error when it does not start. */
export type DriveBrowser = (scheme: 'light' | 'dark') => Promise<DrivenBrowser>
