import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Data } from 'resedit'
import { expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { specFile } from '../../scripts/dist/linux/rpm-spec.mjs'
import { targetIn } from '../../scripts/dist/targets.mjs'
import { termsOf } from '../../scripts/dist/terms/licences.mjs'
import { checkZip } from '../../scripts/dist/windows/check-zip.mjs'
import { makeIcon } from '../../scripts/dist/windows/icon.mjs'
import { pack } from '../../scripts/dist/windows/zip.mjs'
import { platforms } from '../../scripts/setup/pins/platforms.mjs'
import { tempFolder } from './helpers/temp-folder'

const root = resolve(import.meta.dirname, '../..')
const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

/** A small app in a folder: names and bytes of every kind that a package has. */
function smallApp() {
  const folder = join(tempFolder(), 'Größe x')
  mkdirSync(join(folder, 'resources/empty'), { recursive: true })
  writeFileSync(join(folder, 'Unroll.exe'), Buffer.alloc(300_000, 'program'))
  writeFileSync(join(folder, 'resources/训练.txt'), '训练\n')
  writeFileSync(join(folder, 'resources/none'), '')
  return folder
}

test('a package is of the system that makes it, or of the one that is named', () => {
  expect(targetIn([], 'linux-x64').kinds).toEqual(['tar.gz', 'deb'])
  expect(targetIn([], 'linux-arm64')).toMatchObject({ processor: 'arm64', folder: 'linux-arm64-unpacked' })
  expect(targetIn(['--platform', 'win32-x64'], 'linux-x64')).toMatchObject({ builder: 'win', kinds: ['zip'] })
  expect(() => targetIn(['--platform', 'win32-arm64'], 'linux-x64')).toThrow(
    /^There is no package for "win32-arm64": choose one of linux-x64, linux-x64-rpm, .*darwin-arm64\.$/,
  )
  expect(() => targetIn(['--platform'], 'linux-x64')).toThrow('There is no package for ""')
  for (const args of [['--plattform', 'win32-x64'], ['win32-x64'], ['--platform', 'win32-x64', 'x']])
    expect(() => targetIn(args, 'linux-x64')).toThrow(`but was given "${args.join(' ')}".`)
  for (const system of Object.keys(platforms)) expect(targetIn([], system).system).toBe(system)
})

test('electron-builder takes the native files of every system from where they are laid out', () => {
  for (const system of Object.keys(platforms)) {
    const [platform] = system.split('-')
    expect(builder).toContain(`    - from: out/native/${platform}-\${arch}\n`)
  }
  expect(builder).toMatch(/tfjs-node\/\{[^}]*\bdeps\b[^}]*\blib\b[^}]*\}\/\*\*/)
})

test('the licences of a package are those of its parts: on Windows the runtime of a compiler is one', () => {
  expect(termsOf('win32-x64')).toEqual([...termsOf('linux-x64'), 'LICENSE.microsoft-runtime.txt'])
  const told = readFileSync(join(root, 'resources/windows/microsoft-runtime.txt'), 'utf8')
  for (const name of ['msvcp140.dll', 'vcruntime140.dll', 'vcruntime140_1.dll']) {
    expect(told).toContain(name)
    expect(platforms['win32-x64'].library.take[0].files.source).toContain(name.replace('.dll', ''))
  }
})

test('the icon for Windows has the pictures of the app as they are, in the sizes that Windows takes', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'resources/icons'), { recursive: true })
  const sizes = [16, 24, 32, 48, 64, 128, 256]
  for (const name of readdirSync(join(root, 'resources/icons')))
    writeFileSync(join(folder, 'resources/icons', name), readFileSync(join(root, 'resources/icons', name)))
  await makeIcon(folder)
  const bytes = readFileSync(join(folder, 'out/icons/unroll.ico'))
  // Its own list, as Microsoft describes it: 16 bytes a picture behind six; a width of 256 is written as 0.
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)]).toEqual([0, 1, sizes.length])
  for (const [at, size] of sizes.entries()) {
    const entry = bytes.subarray(6 + 16 * at, 22 + 16 * at)
    expect([entry[0], entry[1]]).toEqual([size % 256, size % 256])
    const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)]
    const picture = readFileSync(join(root, `resources/icons/${size}x${size}.png`))
    expect(bytes.subarray(offset, offset + length).equals(picture)).toBe(true)
  }
  expect(Data.IconFile.from(bytes).icons).toHaveLength(sizes.length)
})

test('an archive holds the app whole, in one folder, and is read back to the last byte', async () => {
  const app = smallApp()
  const archive = join(tempFolder(), 'app.zip')
  await pack(app, 'unroll-1', archive)
  await checkZip(archive, app, 'unroll-1')
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false })
  const names = []
  for await (const entry of zip.eachEntry()) names.push(entry.fileName)
  zip.close()
  expect(names).toEqual(['unroll-1/Unroll.exe', 'unroll-1/resources/none', 'unroll-1/resources/训练.txt'])
})

test('an archive is refused that is not what was packed', async () => {
  const app = smallApp()
  const archive = join(tempFolder(), 'app.zip')
  await pack(app, 'unroll-1', archive)
  writeFileSync(join(app, 'more'), 'more')
  await expect(checkZip(archive, app, 'unroll-1')).rejects.toThrow('unroll-1/more is missing')
  rmSync(join(app, 'more'))
  writeFileSync(join(app, 'resources/none'), 'x')
  await expect(checkZip(archive, app, 'unroll-1')).rejects.toThrow('has 0 bytes instead of 1')
  rmSync(join(app, 'resources/none'))
  await expect(checkZip(archive, app, 'unroll-1')).rejects.toThrow('unroll-1/resources/none is not in')
  symlinkSync('Unroll.exe', join(app, 'link'))
  await expect(pack(app, 'unroll-1', join(tempFolder(), 'b.zip'))).rejects.toThrow('link is a link')
})

test('the package of rpm asks for libraries by their own names, and changes no file', () => {
  const spec = specFile({ version: '1.2.3-beta.1', tree: '/a b/tree' })
  // A hyphen would part version and release.
  expect(spec).toContain('\nVersion: 1.2.3~beta.1\n')
  expect(spec).toContain('\nRequires: libgtk-3.so.0()(64bit)\n')
  expect(spec).toContain('\ncp -al "/a b/tree/." "%{buildroot}/"\n')
  expect(spec).toContain('\n%attr(4755, root, root) /opt/unroll/chrome-sandbox\n')
  expect(spec).toContain('%global __os_install_post %{nil}\n')
  expect(spec).not.toMatch(/^%(?:pre|post)/m)
})

test('the launcher for Windows starts the program beside its folder, with all words and its exit code', () => {
  const lines = readFileSync(join(root, 'resources/windows/unroll.cmd'), 'utf8').trim().split(/\r?\n/)
  expect(lines.at(-1)).toBe('"%~dp0..\\Unroll.exe" %*')
  expect(lines[0]).toBe('@echo off')
  // Whatever the system's code page is, it reads these.
  expect(lines.join('')).toMatch(/^[ -~]*$/)
})
