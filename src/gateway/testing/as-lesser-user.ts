/** The user `nobody`, who owns nothing; a system without that name has the number all the same. */
const NOBODY = 65_534

/** Does `work` as a user whom the permissions of files bind: root, as whom tests run in containers, may write anything. */
export const asLesserUser = async <T>(work: () => Promise<T>): Promise<T> => {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
