// @vitest-environment happy-dom
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { withChange, withWipe } from '@contract/timeline/settings-events'
import { afterEach, describe, expect, it } from 'vitest'
import { wallsIn } from '../../renderer/charts/lines/window-walls'
import { enteringAt, enteringBy } from '../../renderer/store/selectors/walls'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage | null = null

afterEach(async () => {
  await page?.close()
  page = null
})

describe('what a window starts from', () => {
  it('follows the log of its run, update for update', () => {
    const frozen = withSettings(LESSON, { freezeState: true })
    const reset = withSettings(LESSON, { carryState: false })
    let events = withChange([], 5, LESSON, frozen)
    events = withWipe(events, 7, true)
    events = withChange(events, 9, frozen, reset)
    const run = { events, config: reset }
    expect([4, 5, 6, 7, 8, 9, 10].map((update) => enteringAt(run, update))).toEqual([
      'carried',
      'frozen',
      'frozen',
      'zeros',
      'frozen',
      'zeros',
      'zeros',
    ])
  })

  it('is zeros for windows from anywhere', () => {
    const source = {
      kind: 'series',
      origin: { kind: 'made', name: 'saw' },
      inputs: ['y'],
      targets: ['y'],
    } as const
    expect(enteringBy(withSettings(LESSON, { source, order: 'random' }))).toBe('zeros')
    expect(enteringBy(withSettings(LESSON, { source, order: 'consecutive' }))).toBe('carried')
  })
})

describe('walls', () => {
  it('are there on demand once there are two windows, and say what passes', async () => {
    page = await openPage()
    const opened = page
    await opened.click('one-update')
    await opened.settle()
    expect(opened.find('toggle-walls')).toBeNull()
    await opened.click('one-update')
    await opened.settle()
    expect(opened.find('walls-note')).toBeNull()
    await opened.click('toggle-walls')
    expect(opened.text('walls-note')).toMatch(/^The last hidden state passes on.* h_state\.data does/)
    await opened.click('carrying-freeze')
    await opened.settle()
    expect(opened.text('walls-note')).toMatch(/^Every window starts from the frozen state/)
    await opened.click('carrying-reset')
    await opened.settle()
    expect(opened.text('walls-note')).toMatch(/starts from zeros: neither/)
  })

  it('stand where the windows of a stretch begin, but before the first', async () => {
    page = await openPage()
    const { fake, settle, click, world } = page
    await click('start-pause')
    await settle(() => fake.train(20))
    await settle()
    expect(wallsIn(world, { min: 0, max: 100 })).toEqual(Array.from({ length: 19 }, (_, i) => i + 2))
    // The window of update n begins n - 1 half periods after the first.
    expect(wallsIn(world, { min: 2.5, max: 6 })).toEqual([4, 5, 6, 7])
  })
})
