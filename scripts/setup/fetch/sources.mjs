import { reason, SetupError } from '../errors.mjs'

/**
 * One way to get a file. `get` throws a SetupError, a clause without a full stop, when this way is closed.
 *
 * @template T
 * @typedef {{ name: string, note?: string, get: () => Promise<T> }} Source
 */

/**
 * Tries one source after the other and tells which one it turns to. A full disk or a missing right is no
 * fault of the source and ends the search at once.
 *
 * @template T
 * @param {string} what
 * @param {readonly Source<T>[]} sources the official one first
 * @param {(line: string) => void} [say]
 * @returns {Promise<T>}
 */
export async function firstThatWorks(what, sources, say = console.log) {
  const failures = []
  for (const source of sources) {
    if (failures.length > 0) say(`${what}: ${failures.at(-1)}. Using ${source.name} instead.`)
    if (source.note) say(source.note)
    try {
      return await source.get()
    } catch (error) {
      if (!(error instanceof SetupError)) throw error
      failures.push(reason(error).replace(/\.$/, ''))
    }
  }
  throw new SetupError(
    `${what} could not be had: ${failures.join('; ')}. Check the network connection and run the same command again.`,
  )
}
