import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rooms whose tests are of numbers and of a page over a fake wire: nothing in them keeps what a process has but once. */
const ROOMS = ['test/contract', 'test/renderer']

/** Puts something in a module's place, for whoever imports it later in the process. */
const REPLACES_MODULES = /\bvi\.(mock|doMock|hoisted|resetModules|stubGlobal)\(/

/**
 * The files of unit tests that share a process with others, and so load what they import only once: a quarter of their processor time.
 * Whatever replaces a module stays alone.
 *
 * @param root the project's folder
 */
export function sharedFiles(root: string): string[] {
  return ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => `${room}/${name.replaceAll('\\', '/')}`),
  ).filter((path) => !REPLACES_MODULES.test(readFileSync(join(root, path), 'utf8')))
}
