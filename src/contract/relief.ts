/** What is done for requests that a service has no room for. */
export interface Relief {
  /** Makes room; who asks while that is being done waits for it. Answers whether there was anything to remove. */
  readonly makeRoom: () => Promise<boolean>
  /** Acts; once room was asked for, one after the other, so that it goes to who waited longest. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>
}

export function reliefBy(remove: () => Promise<boolean>): Relief {
  let isNarrow = false
  let making: Promise<boolean> | undefined
  let last: Promise<unknown> = Promise.resolve()
  return {
    makeRoom: () => {
      isNarrow = true
      making ??= remove().finally(() => {
        making = undefined
      })
      return making
    },
    inTurn: (act) => {
      if (!isNarrow) return act()
      const own = last.then(act)
      last = own.catch(() => {})
      return own
    },
  }
}
