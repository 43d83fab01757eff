import { basename } from 'node:path'

/** Milliseconds that a load may take before anything is said of it. */
export const MOMENT = 300

/** The load that is under way: the newest, as it ends the one before. */
export type Loads = {
  /** Follows a load to its end, and gives what came of it. */
  readonly follow: <T>(path: string, load: Promise<T>) => Promise<T>
  /** The name of the file whose load takes longer than a moment; null while there is none. */
  readonly now: () => string | null
}

/** @param tell hears of every change of `now` */
export function createLoads(tell: (name: string | null) => void): Loads {
  let newest: symbol | null = null
  let shown: string | null = null

  function show(name: string | null) {
    if (name === shown) return
    shown = name
    tell(name)
  }

  return {
    follow: async (path, load) => {
      const own = Symbol(path)
      newest = own
      show(null)
      const timer = setTimeout(() => newest === own && show(basename(path)), MOMENT)
      try {
        return await load
      } finally {
        clearTimeout(timer)
        if (newest === own) show(null)
      }
    },
    now: () => shown,
  }
}
