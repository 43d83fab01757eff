import { inEnglish } from '@contract/language/say'
import type { Text } from '@contract/language/text'
// @vitest-environment happy-dom
import { CHOICES, offeredValues } from '@contract/settings/choices'
import { LESSON } from '@contract/settings/lesson'
import { parseRunConfig } from '@contract/settings/parse-settings'
import { PRESETS } from '@contract/settings/presets'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { settingOf, withSettings } from '@contract/settings/settings'
import { afterEach, describe, expect, it } from 'vitest'
import { LIVE, openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const config = () => page.world.store.getState().run?.config
const inForce = <Name extends SettingName>(name: Name) => {
  const now = config()
  return now && settingOf(now, name)
}
const requests = () => page.fake.asked.map(({ name }) => name).filter((name) => name !== 'acknowledgeUpdates')

async function openAll() {
  page = await openPage()
  await page.click('group-data')
  await page.click('group-optimiser')
}

function sentence(impossible: RunConfig): string {
  const parsed = parseRunConfig(impossible)
  return parsed.ok ? '' : inEnglish(parsed.error.text)
}

describe('groups', () => {
  it('open and close, and stay as they were', async () => {
    page = await openPage()
    expect([page.find('points'), page.text('group-data')]).toEqual([null, 'Data10 time steps'])
    await page.click('group-data')
    expect(page.get('points')).toBeTruthy()
    expect(page.text('group-data')).toBe('Data')
    await page.click('group-network')
    expect([page.find('cell'), page.text('group-network')]).toEqual([null, 'Networksimple RNN, tanh, 32'])
    expect(page.world.store.getState().openGroups).toEqual({ data: true, network: false, optimiser: false })
  })

  it('say when something in them waits or is not valid', async () => {
    page = await openPage()
    await page.click('one-update')
    await page.choose('cell', 'lstm')
    await page.click('group-network')
    expect(page.text('group-network')).toBe('Networkwaits for Reset')
    await page.click('group-network')
    await page.type('seed', 'x')
    await page.click('group-network')
    expect(page.text('group-network')).toBe('Networknot valid')
  })
})

describe('a choice', () => {
  it.each(['cell', 'family', 'readout', 'optimizer', 'span', 'shown'] as const)(
    '%s has the contract’s words',
    async (name) => {
      await openAll()
      const words = [...page.get(name).querySelectorAll('option')].map((option) => option.textContent)
      const values: Readonly<Record<string, Text>> = CHOICES[name].values
      expect(words).toEqual(offeredValues(name).map((value) => inEnglish(values[value] as Text)))
    },
  )

  it.each([
    ['readout', 'batched'],
    ['span', 'random'],
    ['shown', 'after-update'],
  ] as const)('of %s is in force at the next update of a running run', async (name, chosen) => {
    await openAll()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(3))
    await page.choose(name, chosen)
    expect(page.fake.asked.at(-1)).toEqual({
      name: 'changeSettings',
      args: ['run-1', { ...LIVE, [name]: chosen }],
    })
    expect([inForce(name), page.find(`${name}-waits`)]).toEqual([chosen, null])
  })

  it.each([
    ['cell', 'gru'],
    ['family', 'tensorflow'],
    ['optimizer', 'rmsprop'],
  ] as const)('of %s waits for Reset once something is learned', async (name, chosen) => {
    await openAll()
    await page.click('one-update')
    await page.choose(name, chosen)
    expect(requests().at(-1)).toBe('stepRun')
    expect(page.text(`${name}-waits`)).toBe('Takes effect at Reset')
    expect(page.get('reset').className).toContain('waiting')
    await page.click('reset')
    expect(page.fake.asked.at(-1)).toEqual({
      name: 'createRun',
      args: [withSettings(LESSON, { [name]: chosen })],
    })
    expect(page.find(`${name}-waits`)).toBeNull()
  })

  it('of a network is made at once while nothing is learned', async () => {
    page = await openPage()
    await page.choose('cell', 'lstm')
    await page.type('layers', '4')
    expect(page.text('model-summary')).toBe('LSTM(1 → 32, num_layers=4) → Linear(32 → 1)')
    expect(document.querySelectorAll('.parameters-place tbody tr')).toHaveLength(18)
    expect(page.text('parameter-count')).toBe('29,857 parameters')
  })

  it('of switches goes to the run like any other', async () => {
    await openAll()
    await page.click('endpoint')
    expect(page.fake.asked.at(-1)?.args).toEqual(['run-1', { ...LIVE, endpoint: false }])
  })
})

describe('numbers', () => {
  it.each([
    ['batch', '4', 'batch', 4],
    ['layers', '2', 'layers', 2],
    ['clip-norm', '0.5', 'clipNorm', 0.5],
  ] as const)('of %s are sent', async (testId, text, name, sent) => {
    await openAll()
    await page.type(testId, text)
    expect(inForce(name)).toBe(sent)
  })

  it('of momentum are there for SGD alone', async () => {
    await openAll()
    expect(page.find('momentum')).toBeNull()
    await page.choose('optimizer', 'sgd')
    await page.type('momentum', '0.9')
    expect(config()).toEqual(withSettings(LESSON, { optimizer: 'sgd', momentum: 0.9 }))
    await page.type('momentum', '1')
    expect(page.text('momentum-problem')).toContain('Momentum must be a number from 0 to 0.999')
    await page.choose('optimizer', 'adam')
    expect(page.find('momentum')).toBeNull()
  })
})

describe('what is impossible together', () => {
  it('is said under what was changed, in the contract’s sentence, and is not sent', async () => {
    page = await openPage()
    await page.applyPreset('tensorflow-carried')
    const [tensorflow] = PRESETS.filter(({ id }) => id === 'tensorflow-carried')
    if (!tensorflow) throw new Error('the preset is there')
    const before = requests().length
    await page.choose('cell', 'lstm')
    expect(page.text('cell-problem')).toBe(sentence(withSettings(tensorflow.config, { cell: 'lstm' })))
    expect(page.get('cell').getAttribute('aria-invalid')).toBe('true')
    expect([requests().length, inForce('cell')]).toEqual([before, 'rnn-tanh'])
  })

  it('becomes possible by the other setting, and is then sent whole', async () => {
    page = await openPage()
    await page.applyPreset('tensorflow-carried')
    await page.choose('cell', 'lstm')
    await page.choose('family', 'pytorch')
    expect(page.find('cell-problem')).toBeNull()
    expect([inForce('cell'), inForce('family')]).toEqual(['lstm', 'pytorch'])
  })

  it('does not hold back what has nothing to do with it', async () => {
    page = await openPage()
    await page.type('layers', '2')
    await page.choose('family', 'tensorflow')
    expect(page.text('family-problem')).toContain('asked for 2 layers of simple RNN, tanh')
    await page.type('learning-rate', '0.1')
    expect([inForce('learningRate'), inForce('family')]).toEqual([0.1, 'pytorch'])
  })

  it('holds for points as well: random windows make three times as many', async () => {
    await openAll()
    await page.type('updates', '1000000')
    expect(inForce('updates')).toBe(1_000_000)
    await page.choose('span', 'random')
    expect(page.text('span-problem')).toContain('1,000,000 updates can make 30,000,000')
    expect(inForce('span')).toBe('one')
  })
})
