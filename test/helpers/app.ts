import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Language } from '@contract/language/languages'
import { _electron, type ElectronApplication, expect, type Page, test as plain } from '@playwright/test'
import type { HistoryProbe } from '../../renderer/store/curves/history-probe'

declare global {
  interface Window {
    unrollHistory: HistoryProbe
  }
}

const root = resolve(import.meta.dirname, '../..')
/** Where pictures of windows are kept. */
export const screens = join(root, 'test-results/screens')

/** What `window.unrollHistory.window(n)` gives, as plain arrays. */
export type SeenWindow = { times: number[]; inputs: number[]; targets: number[]; predictions: number[] }

/** The real app in a window, with a data folder of its own. */
export type App = {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Everything that went wrong inside the page: a test that leaves this filled has found a bug. */
  readonly problems: string[]
  readonly close: () => Promise<void>
}

/** What a start speaks whatever the system does; null for what was chosen, or else the system's. */
export type SpokenLanguage = Language | null

/** The program that the built app runs in. */
export const ELECTRON = createRequire(import.meta.url)('electron') as string

/** Starts the built app and waits for its page; the trainer may still be loading. */
export async function launchApp(
  dataFolder: string,
  extraArgs: readonly string[] = [],
  language: SpokenLanguage = 'en',
  executablePath: string = ELECTRON,
): Promise<App> {
  const asRoot = process.getuid?.() === 0
  const electron = await _electron.launch({
    executablePath,
    args: [...(asRoot ? ['--no-sandbox'] : []), `--user-data-dir=${dataFolder}`, root, ...extraArgs],
    chromiumSandbox: !asRoot,
    env: { ...environment(), ...(language !== null && { UNROLL_LANGUAGE: language }) },
    // The window's own theme, not one that the test runner puts over it.
    colorScheme: null,
  })
  const page = await electron.firstWindow()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.getByTestId('start-pause').waitFor()
  return { electron, page, problems, close: () => electron.close() }
}

/** What is set in the environment of the tests, with a screen of their own for those that run beside each other. */
function environment(): { [name: string]: string } {
  const { UNROLL_DISPLAYS, TEST_PARALLEL_INDEX } = process.env
  const display = UNROLL_DISPLAYS?.split(',')[Number(TEST_PARALLEL_INDEX)]
  const all = { ...process.env, ...(display && { DISPLAY: display }) }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** As if the tour had been seen: it stands over what other tests look at. */
export async function endTour(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true })
  await writeFile(join(dataFolder, 'tour.json'), JSON.stringify({ ended: true }))
}

/** `launch` starts the app, as often as a test wants, always on the same data folder. */
export const test = plain.extend<{
  folder: string
  /** False for a test of the tour itself. */
  tourEnded: boolean
  language: SpokenLanguage
  launch: (...extraArgs: string[]) => Promise<App>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'unroll-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  tourEnded: [true, { option: true }],
  language: ['en', { option: true }],
  launch: async ({ folder, tourEnded, language }, use) => {
    if (tourEnded) await endTour(join(folder, 'data'))
    const apps: App[] = []
    await use(async (...extraArgs) => {
      const app = await launchApp(join(folder, 'data'), extraArgs, language)
      apps.push(app)
      return app
    })
    for (const app of apps) await app.close().catch(() => {})
    expect(apps.flatMap((app) => app.problems)).toEqual([])
  },
})

/** Ends the app as a power cut would: main gets no word of it. */
export async function killApp({ electron }: App): Promise<void> {
  const main = electron.process()
  const gone = new Promise((resolve) => main.once('exit', resolve))
  main.kill('SIGKILL')
  await gone
}

/** Keeps a picture of the window among the test's artefacts. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(screens, { recursive: true })
  await page.screenshot({ path: join(screens, `${name}.png`) })
}

/** The page's own losses, one for each update it was sent. */
export function lossesSeen(page: Page): Promise<number[]> {
  return page.evaluate(() => Array.from(window.unrollHistory.losses()))
}

/** The window of update `update` (the first is 1), as the page was sent it. */
export function windowSeen(page: Page, update: number): Promise<SeenWindow> {
  return page.evaluate((n) => {
    const seen = window.unrollHistory.window(n)
    return {
      times: Array.from(seen.times),
      inputs: Array.from(seen.inputs),
      targets: Array.from(seen.targets),
      predictions: Array.from(seen.predictions),
    }
  }, update)
}

/** How many updates the page has been sent. */
export function updatesSeen(page: Page): Promise<number> {
  return page.evaluate(() => window.unrollHistory.updates())
}

/** Waits until the trainer has loaded TensorFlow and a run is there to be started. */
export async function trainerReady(page: Page): Promise<void> {
  await expect(page.getByTestId('start-pause')).toBeEnabled()
}

/** Trains a run that is ready to its end, as fast as it goes. */
export async function trainOut(page: Page): Promise<void> {
  const phase = page.getByTestId('status-phase')
  await page.getByTestId('pace').selectOption('max')
  await expect(phase).toHaveText('Ready')
  await page.getByTestId('start-pause').click()
  await expect(phase).toHaveText('Finished')
}

/** Picks a preset in the list and applies it; the present one has nothing to apply. */
export async function applyPreset(page: Page, id: string): Promise<void> {
  const list = page.getByTestId('preset')
  if ((await list.inputValue()) === id) return
  await list.selectOption(id)
  await page.getByTestId('preset-apply').click()
}

/** Makes the next save dialog answer with `path`. */
export async function answerSaveDialog(app: App, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

/** Makes the next open dialog answer with `path`. */
export async function answerOpenDialog(app: App, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** Drops files on the window, as a file manager would. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  // A file of the page's own making has no path; only a real file input can hand one over.
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.id = 'files-for-the-drop'
    document.body.append(input)
  })
  await page.locator('#files-for-the-drop').setInputFiles([...paths])
  await page.evaluate(() => {
    const input = document.getElementById('files-for-the-drop') as HTMLInputElement
    const dataTransfer = new DataTransfer()
    for (const dropped of input.files ?? []) dataTransfer.items.add(dropped)
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    input.remove()
  })
}

/** The process that trains. */
export async function trainerPid(app: App): Promise<number> {
  const pid = await app.electron.evaluate(
    ({ app: electronApp }) =>
      electronApp.getAppMetrics().find((process) => process.name === 'Unroll trainer')?.pid,
  )
  if (pid === undefined) throw new Error('no process named "Unroll trainer" is running')
  return pid
}
