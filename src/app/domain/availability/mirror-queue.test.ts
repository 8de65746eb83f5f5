import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMirrorQueue, type MirrorJob } from './mirror-queue.ts'

const LIMITS = { perMirror: 2, inAll: 5, background: 4 }

type Tracked = {
  readonly job: MirrorJob
  state: 'waiting' | 'running' | 'done' | 'cancelled'
  starts: number
  isPerson: boolean
  readonly control: AbortController
  readonly work: PromiseWithResolvers<undefined>
  outcome: 'none' | 'resolved' | 'rejected'
}

/** A queue whose jobs end by hand, and what is true of each job. */
const tracked = () => {
  const queue = createMirrorQueue(LIMITS)
  const jobs: Tracked[] = []
  const add = (job: MirrorJob): Tracked => {
    const it: Tracked = {
      job,
      state: 'waiting',
      starts: 0,
      isPerson: job.priority === 'person',
      control: new AbortController(),
      work: Promise.withResolvers(),
      outcome: 'none',
    }
    jobs.push(it)
    const work = () => {
      it.state = 'running'
      it.starts += 1
      return it.work.promise
    }
    queue.run(job, work, it.control.signal).then(
      () => (it.outcome = 'resolved'),
      () => (it.outcome = 'rejected'),
    )
    return it
  }
  return { queue, jobs, add, in: (state: Tracked['state']) => jobs.filter((it) => it.state === state) }
}

type World = ReturnType<typeof tracked>

/** Lets everything happen that needs no further event. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Whether the limits would let this job start, by the promises of the queue and not by its code. */
const couldStart = ({ job, isPerson }: Tracked, running: readonly Tracked[]): boolean => {
  const here = running.filter((other) => other.job.mirrorId === job.mirrorId)
  return (
    running.length < (isPerson ? LIMITS.inAll : LIMITS.background) &&
    here.length < (job.isAlone === true ? 1 : LIMITS.perMirror) &&
    here.every((other) => other.job.isAlone !== true)
  )
}

const expectLimits = (world: World) => {
  const running = world.in('running')
  expect(running.length).toBeLessThanOrEqual(LIMITS.inAll)
  for (const { job } of running) {
    const here = running.filter((other) => other.job.mirrorId === job.mirrorId)
    expect(here.length).toBeLessThanOrEqual(job.isAlone === true ? 1 : LIMITS.perMirror)
  }
  // No place stays free that a waiting job could take, unless an older one wants the mirror for itself.
  const waiting = world.in('waiting')
  const free = waiting.filter(
    (it) =>
      couldStart(it, running) &&
      !waiting.some(({ job }) => job.mirrorId === it.job.mirrorId && job.isAlone === true),
  )
  expect(free).toEqual([])
  for (const it of world.jobs) {
    expect(it.starts).toBe(it.state === 'running' || it.state === 'done' ? 1 : 0)
  }
}

const mirrorId = fc.constantFrom('a', 'b', 'c', 'd')
const event = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    job: fc.record({
      mirrorId,
      priority: fc.constantFrom('person' as const, 'background' as const),
      isAlone: fc.boolean(),
    }),
  }),
  fc.record({
    kind: fc.constantFrom('end' as const, 'fail' as const, 'cancel' as const, 'raise' as const),
    at: fc.nat(),
  }),
)

const play = (
  { add, queue, ...world }: World,
  step: typeof event extends fc.Arbitrary<infer E> ? E : never,
) => {
  if (step.kind === 'add') {
    add({ ...step.job })
    return
  }
  const among = world.in(step.kind === 'end' || step.kind === 'fail' ? 'running' : 'waiting')
  const it = among[step.at % Math.max(1, among.length)]
  if (it === undefined) return
  if (step.kind === 'raise') {
    it.isPerson = true
    queue.raise(it.job)
  } else if (step.kind === 'cancel') {
    it.state = 'cancelled'
    it.control.abort(new Error('cancelled'))
  } else {
    it.state = 'done'
    if (step.kind === 'end') it.work.resolve(undefined)
    else it.work.reject(new Error('failed'))
  }
}

describe('the queue that asks mirrors', () => {
  it('keeps its limits, starts nothing twice and nothing cancelled, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (steps) => {
        const world = tracked()
        for (const step of steps) {
          play(world, step)
          await settled()
          expectLimits(world)
        }
        for (let running = world.in('running'); running.length > 0; running = world.in('running')) {
          for (const it of running) {
            it.state = 'done'
            it.work.resolve(undefined)
          }
          await settled()
        }
        expect(world.in('waiting')).toEqual([])
        expect(world.jobs.every(({ outcome }) => outcome !== 'none')).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('gives a free place to a person first, whatever came before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mirrorId, { minLength: 10, maxLength: 30 }),
        fc.array(mirrorId, { minLength: 1, maxLength: 10 }),
        async (background, people) => {
          const world = tracked()
          for (const id of background) world.add({ mirrorId: id, priority: 'background' })
          await settled()
          for (const id of people) world.add({ mirrorId: id, priority: 'person' })
          await settled()
          for (let running = world.in('running'); running.length > 0; running = world.in('running')) {
            const [it] = running
            if (it === undefined) return
            const before = world.in('running')
            it.state = 'done'
            it.work.resolve(undefined)
            await settled()
            const started = world.in('running').filter((one) => !before.includes(one))
            const now = world.in('running')
            const passedOver = world.in('waiting').filter((one) => one.isPerson)
            for (const one of started.filter(({ isPerson }) => !isPerson)) {
              const without = now.filter((other) => other !== one)
              expect(passedOver.filter((person) => couldStart(person, without))).toEqual([])
            }
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('lets no mirror that hangs delay another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mirrorId, { minLength: 1, maxLength: 40 }), async (ids) => {
        const world = tracked()
        for (const id of ids) world.add({ mirrorId: id, priority: 'background' })
        await settled()
        const healthy = () => world.in('running').filter(({ job }) => job.mirrorId !== 'a')
        for (let running = healthy(); running.length > 0; running = healthy()) {
          for (const it of running) {
            it.state = 'done'
            it.work.resolve(undefined)
          }
          await settled()
        }
        expect(world.in('waiting').filter(({ job }) => job.mirrorId !== 'a')).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('leaves one place for a person when background work hangs everywhere', async () => {
    const world = tracked()
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) world.add({ mirrorId: id, priority: 'background' })
    await settled()
    expect(world.in('running')).toHaveLength(LIMITS.background)
    const person = world.add({ mirrorId: 'f', priority: 'person' })
    await settled()
    expect(person.state).toBe('running')
  })

  it('starts nothing that was cancelled between getting its place and starting', async () => {
    const world = tracked()
    const it = world.add({ mirrorId: 'a', priority: 'person' })
    it.state = 'cancelled'
    it.control.abort(new Error('left'))
    const next = world.add({ mirrorId: 'a', priority: 'person', isAlone: true })
    await settled()
    expect(it.starts).toBe(0)
    expect(next.state).toBe('running')
  })

  it('takes back all that waits with the reason, and none that runs', async () => {
    const world = tracked()
    const [first, second] = ['a', 'a'].map((id) =>
      world.add({ mirrorId: id, priority: 'person', isAlone: true }),
    )
    await settled()
    world.queue.refuseWaiting(new Error('429'))
    await settled()
    expect([first?.outcome, second?.outcome]).toEqual(['none', 'rejected'])
  })
})
