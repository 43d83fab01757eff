import { expect, type Page } from '@playwright/test'
import { keepScreenshot, lossesSeen, test, trainerReady, updatesSeen } from '../helpers/app'

async function trained(page: Page) {
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await expect.poll(() => updatesSeen(page)).toBe(60)
  return lossesSeen(page)
}

async function touch(page: Page, kind: string, fields: Readonly<Record<string, string>>) {
  await page.getByTestId('touch-what').selectOption(kind)
  for (const [name, value] of Object.entries(fields)) {
    const field = page.getByTestId(`touch-${name}`)
    if (name === 'parameter') await field.selectOption(value)
    else await field.fill(value)
  }
  await page.getByTestId('touch-make').click()
}

test('keeps touches in a branch, which goes on from them, over a restart and without them again', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const app = await launch()
  let { page } = app
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  const plain = await trained(page)

  await page.getByTestId('rail-update').fill('40')
  await page.getByTestId('rail-update').press('Enter')
  await page.getByTestId('tab-inside').click()
  await page.getByTestId('inside-view-touch').locator('..').click()
  await expect(page.getByTestId('keep-touches')).toHaveCount(0)
  await touch(page, 'input', { timeStep: '1', value: '0.5' })
  await expect(page.getByTestId('keep-touches')).toBeDisabled()
  await expect(page.getByTestId('touch-kept')).toContainText('Not kept, as it is of this one pass')
  await page.getByTestId('take-touches-back').click()
  const touched = page.getByTestId('touched')
  await touch(page, 'weight', { parameter: 'out.bias', row: '1', value: '0.75' })
  await expect(touched).toContainText('The loss of this window would be')
  // What is said of each is waited for: else the last sentence could be that of the one before.
  for (const [kind, how] of [
    ['shifted', { unit: '', by: '-0.2' }],
    ['unit', { unit: '3' }],
  ] as const) {
    const before = await touched.innerText()
    await touch(page, kind, how)
    await expect(touched).not.toHaveText(before)
    await expect(touched).toContainText('The loss of this window would be')
  }
  await expect(page.getByTestId('touch-kept')).toContainText('Training may let them grow again')
  const told = /would be ([\d.]+)/.exec(await touched.innerText())?.[1]
  await page.getByTestId('keep-touches').scrollIntoViewIfNeeded()
  await keepScreenshot(page, '70-touches-to-keep')

  await page.getByTestId('keep-touches').click()
  await expect(page.getByTestId('status-origin')).toHaveText('From update 39 of another run')
  await expect(page.getByTestId('status-phase')).toContainText('Paused')
  await expect(page.getByTestId('touch-list').locator('li')).toHaveCount(0)
  const flag = page.getByTestId('rail-change')
  const words =
    /from update 40: out\.bias \[1, 1\] [-−]?[\d.]+ → 0\.75 once, carried h of all units of layer 1 shifted by [-−]0\.2 once and unit 3 of layer 1 silenced/
  await expect(flag).toHaveAttribute('title', words)
  await page.getByTestId('start-pause').click()
  const losses = await trained(page)
  expect(losses.slice(0, 39)).toEqual(plain.slice(0, 39))
  for (const [i, loss] of losses.slice(39).entries()) expect(loss).not.toBe(plain[39 + i])
  // What the view had said.
  expect(Math.abs((losses[39] ?? 0) - Number(told)) / Number(told)).toBeLessThan(0.005)
  await page.getByTestId('rail-update').fill('47')
  await page.getByTestId('rail-update').press('Enter')
  await expect(page.getByTestId('rail-moment')).toContainText('identical to what was recorded')
  await keepScreenshot(page, '71-touches-kept')

  await app.close()
  page = (await launch()).page
  await trainerReady(page)
  await expect.poll(() => updatesSeen(page)).toBe(60)
  expect(await lossesSeen(page)).toEqual(losses)
  await expect(page.getByTestId('rail-change')).toHaveAttribute('title', words)
  await page.getByTestId('rail-update').fill('45')
  await page.getByTestId('rail-update').press('Enter')
  await expect(page.getByTestId('rail-moment')).toContainText('identical to what was recorded')
  await page.getByTestId('rail-change').click()
  await expect(page.getByTestId('event-menu')).toContainText('→ 0.75 once')
  await keepScreenshot(page, '72-touches-on-the-rail')
  await page.getByTestId('event-off').click()
  await expect(page.getByTestId('rail-change')).toHaveCount(0)
  expect(await trained(page)).toEqual(plain)
})
