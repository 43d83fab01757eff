import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Data } from 'resedit'

/** The largest that an icon of Windows may hold. */
const LARGEST = 256

/**
 * Makes the icon of the program for Windows, which wants all sizes in one file, of the same pictures as on Linux.
 *
 * @param {string} root
 */
export async function makeIcon(root) {
  const icon = new Data.IconFile()
  for (const { size, png } of await pictures(root)) {
    // As PNG within, which Windows reads since Vista: a bitmap of the largest alone would have 260 kB.
    const data = Data.RawIconItem.from(png, size, size, 32)
    icon.icons.push({ width: size, height: size, colors: 0, planes: 1, bitCount: 32, data })
  }
  await mkdir(join(root, 'out/icons'), { recursive: true })
  await writeFile(join(root, 'out/icons/unroll.ico'), new Uint8Array(icon.generate()))
}

/**
 * The pictures that go into it, the smallest first.
 *
 * @param {string} root
 */
export async function pictures(root) {
  const folder = join(root, 'resources/icons')
  const sizes = (await readdir(folder)).map((name) => Number.parseInt(name, 10))
  const fitting = sizes.filter((size) => size <= LARGEST).sort((a, b) => a - b)
  return Promise.all(
    fitting.map(async (size) => ({ size, png: await readFile(join(folder, `${size}x${size}.png`)) })),
  )
}
