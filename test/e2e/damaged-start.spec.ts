import { spawn } from 'node:child_process'
import { lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { launchApp, test, trainerReady } from '../helpers/app'

const root = resolve(import.meta.dirname, '../..')

const PLACE = '01234567-89ab-cdef-0123-456789abcdef'
const KEPT = {
  serial: 1,
  id: 'left',
  network: 'RNN(1 → 32) → Linear(32 → 1)',
  config: null,
  updatesDone: 5,
  goal: 60,
  phase: 'paused',
  loss: null,
  keptAt: 1_700_000_000_000,
  present: { file: `${PLACE}.checkpoint`, bytes: 3, sha256: '' },
  initial: null,
}

/** Puts the folder of a run into the user's data. */
async function putRun(data: string, description: string): Promise<string> {
  const folder = join(data, 'runs', PLACE)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'run.json'), description)
  return folder
}

/** What is put into the user's data, and what the window says of it; null: it need not say anything. */
const DAMAGE: readonly (readonly [string, (data: string) => Promise<unknown>, RegExp | null])[] = [
  ['a file in the place of logs', (data) => writeFile(join(data, 'logs'), 'a'), /damaged-logs/],
  ['a file in the place of runs', (data) => writeFile(join(data, 'runs'), 'a'), /damaged-runs/],
  [
    'a link to nothing in the place of runs',
    (data) => symlink('/nowhere/at/all', join(data, 'runs')),
    /damaged-runs/,
  ],
  [
    'a damaged run, and a folder where it would be set aside',
    async (data) => {
      await mkdir(join(data, 'runs', `damaged-${PLACE}`), { recursive: true })
      await putRun(data, '{"id":')
    },
    /damaged-01234567-89ab-cdef-0123-456789abcdef-2/,
  ],
  [
    'a moment beyond all dates',
    async (data) => {
      const folder = await putRun(data, JSON.stringify({ ...KEPT, keptAt: 1e300 }))
      await writeFile(join(folder, KEPT.present.file), 'abc')
    },
    /run\.json/,
  ],
  [
    'a checkpoint that is a link to itself',
    async (data) => {
      const folder = await putRun(data, JSON.stringify(KEPT))
      await symlink(KEPT.present.file, join(folder, KEPT.present.file))
    },
    /update 5/,
  ],
  [
    'a damaged list of runs of version 0.1.0',
    async (data) => {
      await mkdir(join(data, 'unfinished-runs'), { recursive: true })
      await writeFile(join(data, 'unfinished-runs/runs.json'), '{"runs":')
    },
    /damaged-runs\.json/,
  ],
  [
    'a damaged memory of the settings used last',
    (data) => writeFile(join(data, 'last-session.json'), '{"pace":'),
    /damaged-last-session\.json/,
  ],
  [
    'a folder in the place of running.json',
    (data) => mkdir(join(data, 'running.json')),
    /damaged-running\.json/,
  ],
  [
    'a folder in the place of window.json',
    (data) => mkdir(join(data, 'window.json')),
    /damaged-window\.json/,
  ],
  [
    'a window beyond all screens',
    (data) =>
      writeFile(
        join(data, 'window.json'),
        '{"bounds":{"x":1e300,"y":-1e300,"width":-5,"height":1e300},"maximized":false}',
      ),
    /damaged-window\.json/,
  ],
  [
    'ten megabytes of recent files',
    (data) => writeFile(join(data, 'recent-files.json'), `{"paths":["${'a'.repeat(10_000_000)}"]}`),
    /damaged-recent-files\.json/,
  ],
  [
    'a list nested deeper than any stack',
    (data) => writeFile(join(data, 'dialogs.json'), '['.repeat(500_000)),
    /damaged-dialogs\.json/,
  ],
  [
    'a file in the place of the crash reports',
    async (data) => {
      await mkdir(join(data, 'logs'), { recursive: true })
      await writeFile(join(data, 'logs/crashes'), 'a')
    },
    /damaged-crashes/,
  ],
  ['a folder in the place of the lock', (data) => mkdir(join(data, 'SingletonLock')), null],
]

for (const [what, put, says] of DAMAGE)
  test(`the app starts, says so and trains with ${what} @long`, async ({ launch, folder }) => {
    await put(join(folder, 'data'))
    const { page } = await launch()
    await trainerReady(page)
    if (says) {
      await expect(page.getByTestId('notice')).toContainText(says)
      expect(await readFile(join(folder, 'data/logs/unroll.log'), 'utf8')).toMatch(says)
    } else await expect(page.getByTestId('notice')).toHaveCount(0)
    await page.getByTestId('one-update').click()
    await expect(page.getByTestId('status-updates')).toContainText('1 ')
  })

test('a tour that cannot be told of as seen is shown, and ends', async ({ launch, folder }) => {
  const tour = join(folder, 'data/tour.json')
  await rm(tour)
  await mkdir(join(tour, 'inside'), { recursive: true })
  const first = await launch()
  await expect(first.page.getByTestId('notice')).toContainText('damaged-tour.json')
  await first.page.getByTestId('tour-close').click()
  await first.close()
  expect((await lstat(tour)).isFile()).toBe(true)
  const second = await launch()
  await trainerReady(second.page)
  await expect(second.page.getByTestId('notice')).toHaveCount(0)
})

/** Starts the app beside the test's own hold on it, and gives its code and what it wrote on standard error. */
function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; said: string }> {
  const electron = createRequire(import.meta.url)('electron') as string
  const asRoot = process.getuid?.() === 0
  const child = spawn(electron, [...(asRoot ? ['--no-sandbox'] : []), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  return new Promise((done) => child.once('exit', (code) => done({ code, said })))
}

test.describe('a start without a place for the user’s data', () => {
  test.skip(process.platform !== 'linux', 'tries folders that only Linux has')

  test('opens its window all the same, and says what will be forgotten', async () => {
    // In /proc nobody makes a folder, not even root.
    const before = process.env.XDG_CONFIG_HOME
    process.env.XDG_CONFIG_HOME = '/proc'
    try {
      const { page, close } = await launchApp('/proc/unroll')
      await trainerReady(page)
      await expect(page.getByTestId('notice')).toContainText(
        'Unroll cannot write to its data folder: it cannot be made there.',
      )
      await close()
    } finally {
      if (before === undefined) delete process.env.XDG_CONFIG_HOME
      else process.env.XDG_CONFIG_HOME = before
    }
  })

  test('says why and ends with 1 when no folder at all can be written', async () => {
    const { code, said } = await run([root], { XDG_CONFIG_HOME: '/proc', TMPDIR: '/proc' })
    expect(code).toBe(1)
    expect(said).toContain('Unroll could not start. Neither /proc/Unroll nor the folder for temporary files')
  })

  test('is told apart from a second launch, which hands over and ends with 0', async ({ launch, folder }) => {
    const { page } = await launch()
    await trainerReady(page)
    const second = await run([`--user-data-dir=${join(folder, 'data')}`, root], {})
    expect(second.code).toBe(0)
  })
})
