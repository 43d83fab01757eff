import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { controlFile } from '../../scripts/dist/linux/deb-control.mjs'

const root = resolve(import.meta.dirname, '../..')

test('the Debian package asks for libraries under their old and their new names', () => {
  const control = controlFile({ version: '1.2.3', bytes: 2049, processor: 'x64' })
  expect(control).toContain('\nVersion: 1.2.3\n')
  expect(control).toContain('\nInstalled-Size: 3\n')
  expect(control).toContain('\nArchitecture: amd64\n')
  expect(controlFile({ version: '1', bytes: 1, processor: 'arm64' })).toContain('\nArchitecture: arm64\n')
  expect(control).toMatch(/^Depends: .*\blibasound2t64 \| libasound2\b/m)
  // An empty line within would end what dpkg reads, and without one at the end it reads nothing.
  expect(control.endsWith('\n')).toBe(true)
  expect(control.trimEnd()).not.toContain('\n\n')
})

test('menu entry, file type and package speak of the same types', () => {
  const linux = join(root, 'resources/linux')
  const types = [...readFileSync(join(linux, 'unroll-mime.xml'), 'utf8').matchAll(/ type="([^"]+)"/g)]
  const names = types.map(([, name]) => name)
  const entry = readFileSync(join(linux, 'unroll.desktop'), 'utf8')
  expect(names).toHaveLength(2)
  expect(entry).toContain(`\nMimeType=${names.join(';')};\n`)
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  expect([...builder.matchAll(/mimeType: (.+)$/gm)].map(([, name]) => name).sort()).toEqual(names.sort())
  expect(entry).toMatch(/^Exec=unroll %f$/m)
  const { desktopName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(desktopName).toBe('unroll.desktop')
})

test('the launcher knows the same commands as the app', () => {
  const launcher = readFileSync(join(root, 'resources/linux/unroll.sh'), 'utf8')
  const known = /^ {2}(train .*)\)$/m.exec(launcher)?.[1]?.split(' | ') ?? []
  const app = readFileSync(join(root, 'main/command-arguments.ts'), 'utf8')
  const words = [...app.matchAll(/^const (?:COMMANDS|HELP)[^=]*= \[([^\]]+)\]$/gm)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, word]) => word),
  )
  expect(known).toEqual(words)
})
