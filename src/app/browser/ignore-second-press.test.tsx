import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { ignoreSecondPress } from './ignore-second-press.ts'

/** Whether the browser goes on with what a press is for. */
const keyGoesOn = (role: string, init: KeyboardEventInit): boolean =>
  fireEvent.keyDown(screen.getByRole(role), init)
const clickGoesOn = (name: string, detail: number): boolean =>
  fireEvent.click(screen.getByText(name), { detail })

beforeEach(() => {
  onTestFinished(ignoreSecondPress())
  render(
    <form onSubmit={(event) => event.preventDefault()}>
      <input type="search" />
      <textarea />
      <button type="submit">
        <span>Save</span>
      </button>
      <button type="button">More</button>
    </form>,
  )
})

describe('one press does one thing', () => {
  it.each([
    ['searchbox', { key: 'Enter' }, true],
    ['searchbox', { key: 'Enter', repeat: true }, false],
    ['searchbox', { key: 'Backspace', repeat: true }, true],
    ['searchbox', { key: 'a', repeat: true }, true],
    ['textbox', { key: 'Enter', repeat: true }, true],
  ])('in a %s, where %j goes on: %s', (role, init, goesOn) => expect(keyGoesOn(role, init)).toBe(goesOn))

  it.each([
    ['Save', 1, true],
    ['Save', 2, false],
    ['Save', 3, false],
    ['More', 2, true],
  ])('on “%s”, where click %i goes on: %s', (name, detail, goesOn) =>
    // The form itself prevents what a first click would submit.
    expect(clickGoesOn(name, detail)).toBe(goesOn),
  )
})
