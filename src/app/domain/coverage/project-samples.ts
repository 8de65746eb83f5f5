/** What is known of the repository by which a project is judged. */
export type Sample =
  | { readonly kind: 'repository'; readonly id: string }
  /** The project has no repository: there is nothing to ask about. */
  | { readonly kind: 'empty' }
  /** It has repositories, and none of them can be read or asked about. */
  | { readonly kind: 'unreadable' }
  /** Its repositories could not be read: it is tried again at the next start. */
  | { readonly kind: 'failed' }

/** The kinds of {@link Sample}, and `unread` for a project that was not read yet. */
export type SampleKind = Sample['kind'] | 'unread'

/** A sample, and when it was read (this browser's clock, epoch ms). */
export type KnownSample = Sample & { readonly at: number }

/** Remembers one repository of each project. */
export const createProjectSamples = () => {
  const samples = new Map<string, KnownSample>()
  let version = 0
  return {
    of: (projectId: string): KnownSample | undefined => samples.get(projectId),
    note: (projectId: string, sample: Sample, at: number): void => {
      samples.set(projectId, { ...sample, at })
      version += 1
    },
    entries: (): Iterable<[string, KnownSample]> => samples.entries(),
    /** Another number after every change. */
    version: (): number => version,
    clear: (): void => {
      samples.clear()
      version += 1
    },
  }
}

/** See {@link createProjectSamples}. */
export type ProjectSamples = ReturnType<typeof createProjectSamples>
