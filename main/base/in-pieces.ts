/** Milliseconds after which whatever else waits has its turn: a window that is moved meanwhile is not seen to stand still. */
const PIECE = 5

/**
 * Does something for each of many, one after the other, in pieces between which everybody else has a turn: files that the page asks
 * for, the window, the trainer. Fails at the first that throws.
 */
export async function inPieces<T>(all: Iterable<T>, act: (one: T) => void): Promise<void> {
  let began = performance.now()
  for (const one of all) {
    if (performance.now() - began >= PIECE) {
      await new Promise((resolve) => setImmediate(resolve))
      began = performance.now()
    }
    act(one)
  }
}
