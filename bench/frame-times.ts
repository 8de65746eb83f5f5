import type { CDPSession, Locator } from '@playwright/test'

/** How smoothly something scrolled. */
export type FrameFigures = {
  /** Frames a second; the screen shows 60. */
  readonly fps: number
  /** The time between two frames that 95 % stay below, and the longest; ms. */
  readonly p95Ms: number
  readonly worstMs: number
  /** What a frame costs the page's main thread, without the load of other programs; ms, mean. */
  readonly cpuMs: number
}

const busySeconds = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
}

/**
 * Scrolls a box by the same distance in each frame and times the frames. At either end the direction changes.
 *
 * @param step px for each frame.
 */
export const measureScroll = async (
  session: CDPSession,
  box: Locator,
  step: number,
  frames = 180,
): Promise<FrameFigures> => {
  // The clock of the thread: time that another program had does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busyBefore = await busySeconds(session)
  const times = await box.evaluate(
    (element, { step, frames }) =>
      new Promise<number[]>((resolve) => {
        const scroller = element.scrollHeight > element.clientHeight + 1 ? element : document.documentElement
        const times: number[] = []
        let direction = 1
        let last = 0
        const draw = (now: number) => {
          if (last > 0) times.push(now - last)
          last = now
          const before = scroller.scrollTop
          scroller.scrollTop += step * direction
          if (scroller.scrollTop === before) direction = -direction
          if (times.length < frames) requestAnimationFrame(draw)
          else resolve(times)
        }
        requestAnimationFrame(draw)
      }),
    { step, frames },
  )
  const busy = (await busySeconds(session)) - busyBefore
  await session.send('Performance.disable')
  const sorted = times.toSorted((a, b) => a - b)
  const total = times.reduce((sum, ms) => sum + ms, 0)
  return {
    fps: (1000 * times.length) / total,
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
    worstMs: sorted.at(-1) ?? NaN,
    cpuMs: (1000 * busy) / frames,
  }
}
