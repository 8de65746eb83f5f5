import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Component, type ReactNode, Suspense } from 'react'
import { MantineProvider } from '@mantine/core'
import { afterEach, expect, it, vi } from 'vitest'
import { takeOutErrors } from '#demo/testing/take-out-errors.ts'
import { lazyPart } from './lazy-part.tsx'

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>

class Around extends Component<{ readonly children: ReactNode }> {
  override state = { message: '' }

  static getDerivedStateFromError = (error: Error) => ({ message: `around: ${error.message}` })

  override render() {
    return this.state.message || this.props.children
  }
}

const pageWith = (part: ReactNode) => (
  <MantineProvider>
    <Around>
      <input aria-label="Typed before" />
      <Suspense fallback="on its way">{part}</Suspense>
    </Around>
  </MantineProvider>
)

const show = (part: ReactNode) => render(pageWith(part))

/** Code that is away for the first attempts. */
const awayFor = (attempts: number) => {
  let made = 0
  return vi.fn<() => Promise<typeof Greeting>>(() => {
    made += 1
    return made > attempts ? Promise.resolve(Greeting) : Promise.reject(new TypeError('no such file'))
  })
}

afterEach(() => {
  vi.useRealTimers()
})

it('a part comes when it is drawn', async () => {
  const Part = lazyPart(awayFor(0))
  show(<Part name="you" />)
  expect(screen.getByText('on its way')).toBeTruthy()
  expect(await screen.findByText('Hello you')).toBeTruthy()
})

it('code that is away costs its part alone, and comes when it is tried again', async () => {
  const load = awayFor(2)
  const Part = lazyPart(load)
  show(<Part name="you" />)
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Typed before'), 'kept')
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Hello you')).toBeTruthy()
  expect(screen.getByLabelText('Typed before')).toHaveProperty('value', 'kept')
  expect(load).toHaveBeenCalledTimes(3)
  takeOutErrors()
})

it('what failed once is fetched anew by whatever draws it next', async () => {
  const Part = lazyPart(awayFor(1))
  const first = show(<Part name="you" />)
  await screen.findByRole('alert')
  first.unmount()
  show(<Part name="you" />)
  expect(await screen.findByText('Hello you')).toBeTruthy()
  takeOutErrors()
})

it('a part that no user asked for fails silently and is tried again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const load = awayFor(1)
  const Part = lazyPart(load, 'silent')
  const { rerender } = show(<Part name="you" />)
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(load).toHaveBeenCalledTimes(1)
  for (let second = 0; second < 30; second += 1) {
    rerender(pageWith(<Part name="you" />))
    await act(() => vi.advanceTimersByTimeAsync(1000))
  }
  expect(await screen.findByText('Hello you')).toBeTruthy()
  takeOutErrors()
})

it('the page around a part shows the error when the part breaks', async () => {
  const Part = lazyPart(() =>
    Promise.resolve(() => {
      throw new Error('broken inside')
    }),
  )
  show(<Part />)
  expect(await screen.findByText('around: broken inside')).toBeTruthy()
  takeOutErrors()
})

it('a preload fails silently when the code cannot be loaded', async () => {
  const load = awayFor(1)
  lazyPart(load).preload()
  await Promise.resolve()
  expect(load).toHaveBeenCalledTimes(1)
})
