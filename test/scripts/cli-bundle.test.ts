import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleCliIfNeeded } from '../../scripts/cli/bundle.mjs'
import { bundleForNode } from '../../scripts/launch/bundle.mjs'
import { tempFolder } from './helpers/temp-folder'

const SOURCES = ['main/cli/index.ts', 'main/disk/deep.ts', 'preload/contract/words.ts']

/** A clone in small, and how often it was bundled; `meanwhile` happens while it is. */
function project() {
  const root = tempFolder()
  for (const file of [...SOURCES, 'main/other/unused.ts', 'package-lock.json', 'scripts/cli/a.mjs']) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), file)
  }
  const made = { times: 0, meanwhile: () => {} }
  const bundle = async (_root: string, outDir: string) => {
    made.times += 1
    const text = SOURCES.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
    made.meanwhile()
    mkdirSync(join(outDir, 'chunks'), { recursive: true })
    writeFileSync(join(outDir, 'index.js'), text)
    writeFileSync(join(outDir, 'chunks/trainer.js'), text)
    return SOURCES
  }
  return { root, made, run: () => bundleCliIfNeeded(root, { bundle }) }
}

test('a bundle is made once, and again for each thing that it is made of', async () => {
  const { root, made, run } = project()
  await run()
  await run()
  expect(made.times).toBe(1)
  for (const [place, file] of [...SOURCES, 'package-lock.json', 'scripts/cli/a.mjs'].entries()) {
    writeFileSync(join(root, file), 'changed')
    await run()
    expect(made.times, file).toBe(place + 2)
  }
  const times = made.times
  writeFileSync(join(root, 'main/other/unused.ts'), 'changed')
  await run()
  expect(made.times).toBe(times)
  rmSync(join(root, 'main/disk/deep.ts'))
  await expect(run()).rejects.toThrow('ENOENT')
})

test.each([
  ['is gone', (out: string) => rmSync(join(out, 'chunks/trainer.js'))],
  ['was changed', (out: string) => writeFileSync(join(out, 'index.js'), 'changed')],
  ['is none of it', (out: string) => writeFileSync(join(out, 'chunks/more.js'), '')],
  ['has lost its stamp', (out: string) => writeFileSync(join(out, 'sources.json'), '{}')],
])('a bundle of which a file %s is made again', async (_what, damage) => {
  const { root, made, run } = project()
  await run()
  damage(join(root, 'out/cli'))
  await run()
  expect(made.times).toBe(2)
  expect(existsSync(join(root, 'out/cli/chunks/more.js'))).toBe(false)
})

test('a bundle whose sources changed while it was made is not taken as fresh', async () => {
  const { root, made, run } = project()
  made.meanwhile = () => writeFileSync(join(root, 'main/disk/deep.ts'), 'changed meanwhile')
  await run()
  made.meanwhile = () => {}
  await run()
  expect(made.times).toBe(2)
  expect(readFileSync(join(root, 'out/cli/index.js'), 'utf8')).toContain('changed meanwhile')
  await run()
  expect(made.times).toBe(2)
})

test('the bundler tells every source that is in the bundle, and no package', async () => {
  const root = tempFolder()
  const files = {
    'main/index.ts':
      "import { b } from './b'\nimport { c } from '@contract/c'\nimport 'node:fs'\nconsole.log(b, c)",
    'main/b.ts': 'export const b = 1',
    'main/unused.ts': 'export const d = 4',
    'preload/contract/c.ts': 'export const c = 2',
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const sources = await bundleForNode(root, join(root, 'out'), { index: 'main/index.ts' })
  expect(sources).toEqual(['main/b.ts', 'main/index.ts', 'preload/contract/c.ts'])
})
