import type { App } from './app'

/** Bytes of the page's process that are its own, with what is garbage collected. */
export async function pageBytes({ electron, page }: Pick<App, 'electron' | 'page'>): Promise<number> {
  await page.requestGC()
  const kilobytes = await electron.evaluate(({ app }) => {
    const tab = app.getAppMetrics().find(({ type }) => type === 'Tab')
    return tab?.memory.privateBytes ?? tab?.memory.workingSetSize ?? 0
  })
  return kilobytes * 1024
}
