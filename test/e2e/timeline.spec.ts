import { expect, type Page } from '@playwright/test'
import { keepScreenshot, lossesSeen, test, trainerReady, updatesSeen } from '../helpers/app'

/** Of the track: half of the thumb is beyond its ends, see rail.css. */
const MARGIN = 9

async function trainTo60(page: Page) {
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await expect.poll(() => updatesSeen(page)).toBe(60)
}

/** The update that is looked at was made again, and is what there was to the last bit. */
async function isExact(page: Page, update: number) {
  await expect(page.getByTestId('rail-slider')).toHaveAttribute('aria-valuenow', String(update))
  await expect(page.getByTestId('status-looking')).toContainText(`Looking at update ${update}: loss `)
  await expect(page.getByTestId('rail-moment')).toContainText('identical to what was recorded')
  await expect(page.getByTestId('rail-carried').locator('rect')).toHaveCount(32)
}

async function dragTo(page: Page, update: number) {
  const box = await page.getByTestId('rail-slider').boundingBox()
  if (!box) throw new Error('the rail is not in sight')
  const middle = box.y + box.height * 0.65
  const left = box.x + MARGIN
  const width = box.width - 2 * MARGIN
  await page.mouse.move(left + width, middle)
  await page.mouse.down()
  await page.mouse.move(left + width / 2, middle, { steps: 5 })
  await page.mouse.move(left + (width * (update - 1)) / 59, middle, { steps: 5 })
  await page.mouse.up()
}

async function goOnFrom(page: Page, update: number) {
  await page.getByTestId('rail-update').fill(String(update))
  await page.getByTestId('rail-update').press('Enter')
  await page.getByTestId('go-on-from-here').click()
  await expect(page.getByTestId('status-origin')).toHaveText(`From update ${update} of another run`)
  await expect(page.getByTestId('status-phase')).toContainText('Paused')
  await expect.poll(() => updatesSeen(page)).toBe(update)
}

/** What the loss chart reads at the newest update, of the run and of the one that it goes on from. */
async function lastLosses(page: Page): Promise<readonly (string | undefined)[]> {
  await page.getByTestId('loss-chart').focus()
  await page.keyboard.press('End')
  await expect(page.getByTestId('loss-reading')).toContainText(/^update 60 .* original /)
  const words = await page.getByTestId('loss-reading').innerText()
  return [/loss (\S+)/.exec(words)?.[1], /original (\S+)/.exec(words)?.[1]]
}

test('goes to an update of a run, on from there to the same numbers, and finds the ghost after a restart', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const app = await launch()
  let { page } = app
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await trainTo60(page)
  const first = await lossesSeen(page)

  await page.getByTestId('rail-slider').focus()
  for (const key of ['Home', ...Array(3).fill('Shift+ArrowRight'), ...Array(5).fill('ArrowRight')])
    await page.keyboard.press(key)
  await isExact(page, 36)
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('status-looking')).toHaveCount(0)
  await dragTo(page, 36)
  await isExact(page, 36)
  await keepScreenshot(page, '60-looking-at-an-update')

  await goOnFrom(page, 36)
  expect(await lossesSeen(page)).toEqual(first.slice(0, 36))
  await expect(page.getByTestId('set-aside')).toBeVisible()
  await expect(page.getByTestId('toggle-ghost-losses')).toBeChecked()
  await trainTo60(page)
  expect(await lossesSeen(page)).toEqual(first)
  const [own, before] = await lastLosses(page)
  expect(own).toBe(before)

  await goOnFrom(page, 36)
  await page.getByTestId('learning-rate').fill('0.002')
  await page.getByTestId('learning-rate').press('Enter')
  await expect(page.getByTestId('rail-change')).toHaveAttribute(
    'title',
    /from update 37: learning rate 0.02 → 0.002$/,
  )
  await trainTo60(page)
  const other = await lossesSeen(page)
  // The loss of an update is from before it.
  expect(other.slice(0, 37)).toEqual(first.slice(0, 37))
  for (const [index, loss] of other.slice(37).entries()) expect(loss).not.toBe(first[37 + index])
  const told = await lastLosses(page)
  expect(told[1]).toBe(own)
  expect(told[0]).not.toBe(own)
  await keepScreenshot(page, '61-branch-and-ghost')
  await app.close()

  page = (await launch()).page
  await trainerReady(page)
  await expect.poll(() => updatesSeen(page)).toBe(60)
  expect(await lossesSeen(page)).toEqual(other)
  await expect(page.getByTestId('toggle-ghost-losses')).toBeChecked()
  expect(await lastLosses(page)).toEqual(told)
  await page.getByTestId('rail-update').fill('50')
  await page.getByTestId('rail-update').press('Enter')
  await isExact(page, 50)
})

test('switches a change off and moves another, by keys and by hand, beside the former curve', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await trainTo60(page)
  const plain = await lossesSeen(page)

  await goOnFrom(page, 20)
  await page.getByTestId('learning-rate').fill('0.002')
  await page.getByTestId('learning-rate').press('Enter')
  await expect(page.getByTestId('rail-change')).toHaveCount(1)
  await trainTo60(page)
  const changed = await lossesSeen(page)
  expect(changed).not.toEqual(plain)

  // Off by the keyboard alone: it is the run that never had the change.
  await page.getByTestId('rail-slider').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('event-menu')).toBeVisible()
  await keepScreenshot(page, '62-menu-of-a-change')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('status-origin')).toHaveText('From update 20 of another run')
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await expect.poll(() => updatesSeen(page)).toBe(60)
  expect(await lossesSeen(page)).toEqual(plain)
  await expect(page.getByTestId('rail-change')).toHaveCount(0)
  await expect(page.getByTestId('toggle-ghost-losses')).toBeChecked()
  await keepScreenshot(page, '63-change-off-and-ghost')

  // Back to the run with the change, which is dragged to a later update.
  await page.getByTestId('undo-set-aside').click()
  await expect(page.getByTestId('rail-change')).toHaveCount(1)
  await expect.poll(() => updatesSeen(page)).toBe(60)
  expect(await lossesSeen(page)).toEqual(changed)
  const box = await page.getByTestId('rail-slider').boundingBox()
  const flag = await page.getByTestId('rail-change').boundingBox()
  if (!box || !flag) throw new Error('there is no flag in sight')
  await page.mouse.move(flag.x + 6, flag.y + 6)
  await page.mouse.down()
  await page.mouse.move(box.x + MARGIN + ((box.width - 2 * MARGIN) * 40) / 59, flag.y + 6, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByTestId('event-update')).toHaveValue('41')
  await page.getByTestId('event-move').click()
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await expect.poll(() => updatesSeen(page)).toBe(60)
  await expect(page.getByTestId('rail-change')).toHaveAttribute('title', /^from update 41: learning rate/)
  const moved = await lossesSeen(page)
  expect(moved.slice(0, 41)).toEqual(plain.slice(0, 41))
  for (const [index, loss] of moved.slice(41).entries()) expect(loss).not.toBe(plain[41 + index])
})

test('freezes the carried state and wipes it once, each a flag that can be taken back', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await expect(page.getByTestId('wipe-state')).toHaveCount(0)
  await trainTo60(page)
  const plain = await lossesSeen(page)

  await goOnFrom(page, 30)
  await page.getByTestId('wipe-state').click()
  await expect(page.getByTestId('wipe-state')).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await expect.poll(() => updatesSeen(page)).toBe(60)
  const wiped = await lossesSeen(page)
  expect(wiped.slice(0, 30)).toEqual(plain.slice(0, 30))
  for (const [index, loss] of wiped.slice(30).entries()) expect(loss).not.toBe(plain[30 + index])
  await expect(page.getByTestId('rail-change')).toHaveAttribute(
    'title',
    /from update 31: carried state wiped once$/,
  )
  await keepScreenshot(page, '64-state-wiped-once')

  await page.getByTestId('rail-change').click()
  await page.getByTestId('event-off').click()
  await expect(page.getByTestId('rail-change')).toHaveCount(0)
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await expect.poll(() => updatesSeen(page)).toBe(60)
  expect(await lossesSeen(page)).toEqual(plain)

  await page.getByTestId('toggle-walls').check()
  await expect(page.getByTestId('walls-note')).toContainText('h_state.data')
  await keepScreenshot(page, '65-walls-between-windows')
  await goOnFrom(page, 30)
  await page.getByTestId('carrying-freeze').click()
  await expect(page.getByTestId('walls-note')).toContainText('the frozen state')
  await trainTo60(page)
  await keepScreenshot(page, '66-frozen-state')
  // Whatever comes after it goes into every window: the carried state of each update is that of update 30.
  const carried = async (update: number) => {
    await page.getByTestId('rail-update').fill(String(update))
    await page.getByTestId('rail-update').press('Enter')
    await isExact(page, update)
    return page.getByTestId('rail-carried').innerHTML()
  }
  expect(await carried(59)).toBe(await carried(30))
})
