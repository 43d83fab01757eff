/** A value that changes in some frames and is of use to charts alone: not in the store, where it would be compared. */
export type Watched<T> = {
  readonly get: () => T
  /** Tells the listeners, unless the value is the same. */
  readonly set: (value: T) => void
  readonly onChange: (listener: () => void) => () => void
}

/** @param same whether a value says nothing new after another */
export function createWatched<T>(first: T, same: (a: T, b: T) => boolean = Object.is): Watched<T> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (value) => {
      if (same(current, value)) return
      current = value
      for (const listener of listeners) listener()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
