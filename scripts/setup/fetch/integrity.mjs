import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { SetupError } from '../errors.mjs'

/**
 * A hexadecimal digest in the form that pins are written in.
 *
 * @param {string} algorithm
 * @param {string} hex
 * @returns {string}
 */
export function fromHex(algorithm, hex) {
  return `${algorithm}-${Buffer.from(hex, 'hex').toString('base64')}`
}

/**
 * Collects bytes and says in the end whether they are the expected ones.
 *
 * @param {string} pin as `sha256-<base64>`
 */
export function hasher(pin) {
  const algorithm = pin.slice(0, pin.indexOf('-'))
  const hash = createHash(algorithm)
  return {
    /** @param {Uint8Array} bytes */
    update(bytes) {
      hash.update(bytes)
    },
    /** @param {string} what the beginning of the sentence when it is another file, such as `the file from example.org` */
    check(what) {
      const found = `${algorithm}-${hash.digest('base64')}`
      if (found === pin) return
      throw new SetupError(
        `${what} is not the expected one (expected ${pin}, found ${found}), so it was thrown away`,
      )
    },
  }
}

/**
 * Checks a file that another program has downloaded.
 *
 * @param {string} path
 * @param {string} pin
 * @param {string} what
 */
export async function checkFile(path, pin, what) {
  const hash = hasher(pin)
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  hash.check(what)
}
