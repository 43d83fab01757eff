import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { sameConfig } from '@contract/settings/settings'
import { setupCode } from '@contract/setup/setup-code'
import { type App, endTour, launchApp } from '../../helpers/app'

/** The real app with a run of these settings, to be trained as fast as can be; its user's data are gone with it. */
export async function withApp<Measured>(
  config: RunConfig,
  measure: (app: App) => Promise<Measured>,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'unroll-bench-'))
  try {
    const data = join(folder, 'data')
    await endTour(data)
    const app = await launchApp(data)
    try {
      // The lesson is there already: there would be nothing to apply.
      if (!sameConfig(config, LESSON)) await setTo(app, config)
      await app.page.getByTestId('pace').selectOption('max')
      const measured = await measure(app)
      if (app.problems.length > 0) throw new Error(`the page has a problem: ${app.problems[0]}`)
      return measured
    } finally {
      await app.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Makes a new run, as with a code that somebody has mailed. */
async function setTo({ page }: App, config: RunConfig): Promise<void> {
  const code = setupCode(config)
  if (!code.ok) throw new Error('the settings have no code')
  await page.getByTestId('setup-button').click()
  await page.getByTestId('setup-written').fill(code.value)
  await page.getByTestId('setup-apply').click()
  await page.getByTestId('setup-written').waitFor({ state: 'detached' })
}
