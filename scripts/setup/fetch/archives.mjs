import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createProgress } from '../progress.mjs'

// The packages that read archives come with `npm ci`, so they are loaded when they are needed, not before.

/**
 * Unpacks the wanted files of a zip archive, with their run bits and links.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {{ label: string, pick?: (path: string) => string | undefined }} options `pick` gives the place of
 *   a file inside `folder`, or undefined to leave it out
 */
export async function unpackZip(archive, folder, { label, pick = (path) => path }) {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false })
  const progress = createProgress({ label })
  let bytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const place = entry.fileName.endsWith('/') ? undefined : pick(entry.fileName)
      if (!place) continue
      const target = join(folder, place)
      const mode = entry.externalFileAttributes >>> 16
      const contents = await zip.openReadStreamPromise(entry)
      await mkdir(dirname(target), { recursive: true })
      if ((mode & 0o170000) === 0o120000) {
        await symlink(await text(contents), target)
        continue
      }
      contents.on('data', (chunk) => {
        bytes += chunk.length
        progress.update(bytes)
      })
      await pipeline(contents, createWriteStream(target, { mode: mode & 0o111 ? 0o755 : 0o644 }))
    }
  } finally {
    zip.close()
    progress.end()
  }
}

/**
 * Unpacks one folder of an npm package's archive.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {{ label: string, inside: string }} options `inside` is the folder of the archive, such as `package/bin`
 */
export async function unpackNpmPackage(archive, folder, { label, inside }) {
  const { extract } = await import('tar')
  await mkdir(folder, { recursive: true })
  const progress = createProgress({ label })
  let bytes = 0
  try {
    await extract({
      file: archive,
      cwd: folder,
      strip: inside.split('/').length,
      strict: true,
      filter: (path) => path.startsWith(`${inside}/`),
      onReadEntry: (entry) => {
        bytes += entry.size
        progress.update(bytes)
      },
    })
  } finally {
    progress.end()
  }
}
