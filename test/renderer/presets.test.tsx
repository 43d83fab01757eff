import { inEnglish } from '@contract/language/say'
import { madeUp } from '../helpers/saying'
// @vitest-environment happy-dom

import { fail } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { PRESETS } from '@contract/settings/presets'
import { withSettings } from '@contract/settings/settings'
import { afterEach, describe, expect, it } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const value = (testId: string) => (page.get(testId) as HTMLInputElement).value
const disabled = (testId: string) => (page.get(testId) as HTMLButtonElement).disabled
const config = () => page.world.store.getState().run?.config
const created = () => page.fake.asked.filter(({ name }) => name === 'createRun').map(({ args }) => args[0])
const presetNamed = (id: string) => PRESETS.find((preset) => preset.id === id)

describe('the preset', () => {
  it('is the first control of the settings, with its two lines', async () => {
    page = await openPage()
    const first = document.querySelector('.settings select, .settings input, .settings button')
    expect(first).toBe(page.get('preset'))
    expect(value('preset')).toBe('pytorch')
    expect(page.get('preset').querySelectorAll('optgroup:first-child option')).toHaveLength(6)
    expect(page.text('preset-source')).toContain('403_RNN_regressor.py')
    expect(page.text('preset-watch')).toContain('begins as a flat line')
    expect(page.find('preset-modified')).toBeNull()
    expect(disabled('back-to-lesson')).toBe(true)
  })

  it.each(PRESETS)('$id makes a run with exactly its settings', async ({ id, config: wanted, watch }) => {
    page = await openPage()
    if (id === 'pytorch') await page.applyPreset('pytorch-later')
    await page.applyPreset(id)
    expect(created().at(-1)).toEqual(wanted)
    expect(config()).toEqual(wanted)
    expect([value('preset'), page.text('preset-watch')]).toEqual([id, inEnglish(watch)])
    expect(page.find('preset-modified')).toBeNull()
  })

  it.each([
    ['a choice in the list', () => page.choose('preset', 'tensorflow-carried')],
    [
      'one choice after the other, as arrow keys, letters and the wheel make them',
      async () => {
        for (const { id } of PRESETS.slice(1)) await page.choose('preset', id)
      },
    ],
  ])('only looks with %s: a running run goes on, and nothing is sent', async (_, look) => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(7))
    const before = page.fake.asked.filter(({ name }) => name !== 'acknowledgeUpdates').length
    await look()
    await page.settle(() => page.fake.train(3))
    expect(page.fake.asked.filter(({ name }) => name !== 'acknowledgeUpdates')).toHaveLength(before)
    expect([config(), page.fake.phase(), page.world.history.updates]).toEqual([LESSON, 'training', 10])
    const watch = PRESETS.find(({ id }) => id === value('preset'))?.watch
    expect(page.text('preset-watch')).toBe(watch && inEnglish(watch))
    expect(page.text('preset-apply-row')).toContain('starts a new run')
  })

  it.each(['Escape', 'Cancel'])(
    'that is only looked at goes back by %s, and keeps the focus',
    async (way) => {
      page = await openPage()
      await page.choose('preset', 'pytorch-later')
      page.get('preset').focus()
      if (way === 'Cancel') await page.click('preset-cancel')
      else
        await page.settle(() =>
          page.get('preset').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
        )
      expect([value('preset'), page.find('preset-apply'), config(), created()]).toEqual([
        'pytorch',
        null,
        LESSON,
        [],
      ])
      expect(document.activeElement).toBe(page.get('preset'))
    },
  )

  it('that waits for Apply, and a network that waits for Reset, are told when training begins', async () => {
    page = await openPage()
    await page.click('one-update')
    await page.type('hidden-units', '16')
    await page.click('start-pause')
    expect(page.text('notice')).toBe(
      'The change of hidden units takes effect at Reset; this run trains as it was.',
    )
    await page.click('start-pause')
    await page.type('seed', '5')
    await page.choose('cell', 'gru')
    await page.click('one-update')
    expect(page.text('notice')).toBe(
      'The changes of hidden units, seed and cell take effect at Reset; this run trains as it was.',
    )
    await page.choose('preset', 'pytorch-later')
    await page.click('start-pause')
    expect(page.text('notice')).toContain('The preset “PyTorch, later script” waits for Apply')
    await page.click('reset')
    await page.click('preset-cancel')
    expect(page.find('notice')).toBeNull()
    await page.click('start-pause')
    expect(page.find('notice')).toBeNull()
  })

  it('is applied at once also to a run that has learned, whose curves go', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(7))
    await page.applyPreset('pytorch-later')
    expect(config()).toEqual(withSettings(LESSON, { updates: 100, endpoint: false }))
    expect([page.world.history.updates, page.text('status-updates')]).toEqual([0, '0 / 100'])
  })

  it('takes away what was typed and what waited', async () => {
    page = await openPage()
    await page.click('one-update')
    await page.type('seed', '9')
    await page.type('learning-rate', '20')
    await page.applyPreset('tensorflow-carried')
    expect(config()).toEqual(presetNamed('tensorflow-carried')?.config)
    expect([value('seed'), value('learning-rate')]).toEqual(['1', '0.02'])
    expect(page.find('learning-rate-problem')).toBeNull()
    expect(page.world.store.getState().draft).toEqual({ texts: {}, picks: {} })
  })

  it('that is refused leaves everything as it was', async () => {
    page = await openPage()
    await page.click('one-update')
    await page.type('seed', '9')
    page.fake.answer('createRun', fail('no-run', madeUp('It trains.')))
    await page.applyPreset('pytorch-dynamic')
    expect(page.text('notice')).toContain('It trains.')
    expect([value('preset'), value('seed'), page.text('seed-waits')]).toEqual([
      'pytorch-dynamic',
      '9',
      'Takes effect at Reset',
    ])
    expect(page.find('preset-apply')).not.toBeNull()
    expect(config()).toEqual(LESSON)
  })

  it('chosen while TensorFlow loads is made when it is loaded', async () => {
    page = await openPage({ loaded: false })
    await page.applyPreset('pytorch-later')
    expect(created()).toEqual([])
    expect(value('preset')).toBe('pytorch-later')
    await page.settle(page.fake.ready)
    expect(config()).toEqual(presetNamed('pytorch-later')?.config)
    expect([value('preset'), page.find('preset-modified')]).toEqual(['pytorch-later', null])
  })
})

describe('a changed preset', () => {
  it('says what is modified, and is put back', async () => {
    page = await openPage()
    await page.applyPreset('pytorch-later')
    await page.type('learning-rate', '0.05')
    expect([value('preset'), page.text('preset-modified')]).toEqual([
      'pytorch-later',
      'modified: learning rate',
    ])
    await page.click('carrying-reset')
    await page.type('updates', '70')
    expect(page.text('preset-modified')).toBe('modified: 3 settings')
    expect(page.text('preset-watch')).toBe(
      'With other settings than the program’s, the run may go another way.',
    )
    expect(page.get('preset-modified').title).toBe('Learning rate, Updates, Carry the state')
    await page.click('back-to-lesson')
    expect(config()).toEqual(presetNamed('pytorch-later')?.config)
    expect(page.find('preset-modified')).toBeNull()
    expect(disabled('back-to-lesson')).toBe(true)
  })

  it('keeps what it has learned when it is put back; another network waits', async () => {
    page = await openPage()
    await page.choose('cell', 'gru')
    await page.click('one-update')
    await page.type('updates', '70')
    await page.click('back-to-lesson')
    expect([config()?.network.cell, config()?.training.updates]).toEqual(['gru', 60])
    expect(page.world.history.updates).toBe(1)
    expect(page.text('cell-waits')).toBe('Takes effect at Reset')
    await page.click('reset')
    expect(config()).toEqual(LESSON)
  })

  it('counts a value that is not valid as modified', async () => {
    page = await openPage()
    await page.type('seed', 'abc')
    expect(page.text('preset-modified')).toBe('modified')
    await page.click('back-to-lesson')
    expect([value('seed'), page.find('preset-modified')]).toEqual(['1', null])
  })

  it('is the other one when its settings have become that one’s', async () => {
    page = await openPage()
    await page.applyPreset('pytorch-dynamic')
    await page.applyPreset('pytorch')
    await page.choose('readout', 'batched')
    expect([value('preset'), page.find('preset-modified')]).toEqual(['pytorch-batched', null])
  })

  it('is not taken for the old one by a state that was under way when it was chosen', async () => {
    page = await openPage()
    const { run, namePreset } = page.world.store.getState()
    if (!run) throw new Error('the fake has a run')
    await page.settle(() => namePreset('pytorch-later'))
    await page.settle(() => page.fake.emit('runChanged', { ...run, phase: 'paused' }))
    expect(value('preset')).toBe('pytorch-later')
  })

  it('is the nearest one when the page is opened late', async () => {
    page = await openPage()
    const near = withSettings(LESSON, { updates: 100, endpoint: false, learningRate: 0.3 })
    await page.settle(() => {
      const { run } = page.world.store.getState()
      if (!run) throw new Error('the fake has a run')
      page.world.store.getState().namePreset(null)
      page.fake.emit('runChanged', { ...run, config: near })
    })
    expect([value('preset'), page.text('preset-modified')]).toEqual([
      'pytorch-later',
      'modified: learning rate',
    ])
  })
})
