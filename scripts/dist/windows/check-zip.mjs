import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { openPromise } from 'yauzl'
import { SetupError } from '../../setup/errors.mjs'
import { listItems } from '../../setup/parts/manifest.mjs'

/** What the file attributes of a link begin with. */
const LINK = 0o120000
const KIND = 0o170000

/**
 * Reads an archive back, to the last byte of every file: it holds the folder, each file whole, no link and nothing else.
 *
 * @param {string} archive
 * @param {string} folder what was packed
 * @param {string} name the one folder in the archive
 */
export async function checkZip(archive, folder, name) {
  const missing = new Map((await listItems(folder)).map((item) => [`${name}/${item.path}`, item]))
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false })
  /** @param {string} why */
  const refuse = (why) => new SetupError(`The archive ${archive} is not what was packed: ${why}.`)
  try {
    for await (const entry of zip.eachEntry()) {
      const item = missing.get(entry.fileName)
      if (!item || 'link' in item) throw refuse(`${entry.fileName} is not in ${join(folder)}`)
      if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) throw refuse(`${entry.fileName} is a link`)
      let sum = 0
      let size = 0
      for await (const bytes of await zip.openReadStreamPromise(entry)) {
        sum = crc32(bytes, sum)
        size += bytes.length
      }
      if (size !== item.size) throw refuse(`${entry.fileName} has ${size} bytes instead of ${item.size}`)
      if (sum !== entry.crc32) throw refuse(`${entry.fileName} is damaged`)
      missing.delete(entry.fileName)
    }
  } finally {
    zip.close()
  }
  if (missing.size > 0) throw refuse(`${[...missing.keys()].join(', ')} is missing`)
}
