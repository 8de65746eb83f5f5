/** What goes first: what a person looks at or clicked, before a run through many questions. */
export type Priority = 'person' | 'background'

/** Work at one mirror. `isAlone`: nothing else runs at this mirror meanwhile, so that timings are true. */
export type MirrorJob = { readonly mirrorId: string; readonly priority: Priority; readonly isAlone?: boolean }

/** How many jobs run at once. */
export type QueueLimits = {
  /** At one mirror; below `inAll`, so that a mirror that hangs leaves places for the others. */
  readonly perMirror: number
  readonly inAll: number
  /** Background work starts only while fewer than this run: a person always finds a place sooner. */
  readonly background: number
}

type Waiting = { priority: Priority; readonly start: () => void; readonly refuse: (reason: unknown) => void }

/** Decides which job at which mirror runs next. Knows nothing of requests. */
export const createMirrorQueue = ({ perMirror, inAll, background }: QueueLimits) => {
  const waiting = new Map<MirrorJob, Waiting>()
  const running = new Set<MirrorJob>()

  /** The first job of each mirror: a person's before background work, then the older one. */
  const firstOfEach = (): ReadonlyMap<string, MirrorJob> => {
    const first = new Map<string, MirrorJob>()
    for (const priority of ['person', 'background'] as const) {
      for (const [job, entry] of waiting) {
        if (entry.priority === priority && !first.has(job.mirrorId)) first.set(job.mirrorId, job)
      }
    }
    return first
  }

  /** A person's job first, then one of the mirror with the least to do, then the oldest. */
  const next = (): MirrorJob | undefined => {
    let best: { readonly job: MirrorJob; readonly cost: number } | undefined
    for (const [mirrorId, job] of firstOfEach()) {
      const isBackground = waiting.get(job)?.priority === 'background'
      const here = [...running].filter((other) => other.mirrorId === mirrorId)
      const hasPlace =
        running.size < (isBackground ? background : inAll) &&
        here.length < (job.isAlone === true ? 1 : perMirror) &&
        !here.some(({ isAlone }) => isAlone)
      const cost = here.length + (isBackground ? perMirror : 0)
      if (hasPlace && (best === undefined || cost < best.cost)) best = { job, cost }
    }
    return best?.job
  }

  const startNext = () => {
    for (let job = next(); job !== undefined; job = next()) {
      const entry = waiting.get(job)
      waiting.delete(job)
      running.add(job)
      entry?.start()
    }
  }

  const enter = (job: MirrorJob, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(job)
        reject(signal.reason)
        // A job that wanted its mirror for itself may have held back the one behind it.
        startNext()
      }
      const settled = () => signal.removeEventListener('abort', leave)
      waiting.set(job, {
        priority: job.priority,
        start: () => {
          settled()
          resolve()
        },
        refuse: (reason) => {
          settled()
          reject(reason)
        },
      })
      signal.addEventListener('abort', leave, { once: true })
      startNext()
    })

  return {
    /**
     * Runs `work` as soon as there is a place for it. `job` must be an object of its own.
     *
     * @throws what `work` throws; the signal's reason when it aborts while waiting: the work does not start then.
     */
    run: async <Result>(
      job: MirrorJob,
      work: () => Promise<Result>,
      signal: AbortSignal,
    ): Promise<Result> => {
      signal.throwIfAborted()
      await enter(job, signal)
      try {
        signal.throwIfAborted()
        return await work()
      } finally {
        running.delete(job)
        startNext()
      }
    },
    /** A person now waits for this job too. */
    raise: (job: MirrorJob) => {
      const entry = waiting.get(job)
      if (entry === undefined) return
      entry.priority = 'person'
      startNext()
    },
    /** Takes back everything that waits, with the reason: what was refused once would be refused to all. */
    refuseWaiting: (reason: unknown) => {
      const refused = [...waiting.values()]
      waiting.clear()
      for (const { refuse } of refused) refuse(reason)
    },
  }
}

/** See {@link createMirrorQueue}. */
export type MirrorQueue = ReturnType<typeof createMirrorQueue>
