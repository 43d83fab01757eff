// @vitest-environment happy-dom

import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { fail, ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { PRESETS } from '@contract/settings/presets'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { setupCode } from '@contract/setup/setup-code'
import { afterEach, describe, expect, it } from 'vitest'
import { setupChanges } from '../../renderer/store/words/setup-changes'
import { madeUp } from '../helpers/saying'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const OF_TABLE = withSettings(LESSON, {
  source: {
    kind: 'series',
    origin: { kind: 'table', name: 'sales.csv', sha256: 'ab12'.repeat(16) },
    inputs: ['price', 'sales'],
    targets: ['sales'],
  },
})
const asked = (name: string) => page.fake.asked.filter((one) => one.name === name).map(({ args }) => args)
const state = () => page.world.store.getState()
const canApply = () => !(page.get('setup-apply') as HTMLButtonElement).disabled

function codeFor(config: RunConfig): string {
  const made = setupCode(config)
  if (!made.ok) throw new Error(inEnglish(made.error.text))
  return made.value
}

async function paste(written: string) {
  const field = page.get('setup-written') as HTMLTextAreaElement
  await page.settle(() => {
    // React listens to what the prototype's setter does not tell it: this is how a key reaches it.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, written)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** The rows of the list of changes: setting, old, new. */
function rows(): string[][] {
  return [...page.get('setup-changes').querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent ?? ''),
  )
}

describe('a setup code in the page', () => {
  it('is copied from the menu and from the dialog, and told', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('menuChosen', { name: 'copy-setup' }))
    expect(asked('copyText')).toEqual([[{ kind: 'setup-code', text: 'U1.AAQVv8U3q64FAA' }]])
    expect(page.text('notice')).toBe('Setup code copied: U1.AAQVv8U3q64FAA')
    await page.click('setup-button')
    expect(page.text('setup-present')).toBe('U1.AAQVv8U3q64FAA')
    await page.click('setup-copy')
    expect(asked('copyText')).toHaveLength(2)
  })

  it('says what it does not carry: a series of a file, and weights that were loaded', async () => {
    page = await openPage()
    await page.settle(() => void page.fake.api.request.createRun(OF_TABLE))
    await page.settle(() => page.fake.emit('menuChosen', { name: 'copy-setup' }))
    expect(page.text('notice')).toMatch(
      /^Setup code copied; it names "sales\.csv", but does not carry it: U1\./,
    )
    await page.settle(() => void page.fake.api.request.createRun(LESSON))
    const { description } = state()
    if (!description) throw new Error('the fake has a run')
    const origin = { kind: 'file', name: 'w.npz' } as const
    await page.settle(() => page.fake.emit('runOpened', { ...description, origin }))
    await page.settle(() => page.fake.emit('menuChosen', { name: 'copy-setup' }))
    expect(page.text('notice')).toMatch(/but not the weights that this run began with: U1\.AAQVv8U3q64FAA$/)
  })

  it('shows what would change, and changes nothing before Apply, which starts nothing', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('menuChosen', { name: 'paste-setup' }))
    expect(canApply()).toBe(false)
    const wanted = withSettings(LESSON, {
      cell: 'gru',
      hiddenUnits: 8,
      carryState: false,
      learningRate: 0.000001,
    })
    await paste(`\n ${codeFor(wanted)}\r\n`)
    expect(rows()).toEqual([
      ['Learning rate', '0.02', '0.000001'],
      ['Hidden units', '32', '8'],
      ['Cell', 'simple RNN, tanh', 'GRU'],
      ['Carry the state', 'yes', 'no'],
    ])
    expect(asked('createRun')).toEqual([])
    await page.click('setup-apply')
    expect(asked('createRun').at(-1)).toEqual([wanted])
    expect(asked('startRun')).toEqual([])
    expect(page.find('setup-dialog')).toBeNull()
    expect(state().run?.config).toEqual(wanted)
    expect(state().draft).toEqual({ texts: {}, picks: {} })
  })

  it('of a series and of a program of the lesson is shown as that in the list of presets', async () => {
    page = await openPage()
    const program = PRESETS[5]
    if (!program) throw new Error('there are six')
    for (const [id, config] of [
      ['lorenz', suggestedRun('lorenz')],
      [program.id, program.config],
    ] as const) {
      await page.click('setup-button')
      await paste(codeFor(config))
      await page.click('setup-apply')
      expect((page.get('preset') as HTMLSelectElement).value).toBe(id)
      expect(page.find('preset-modified')).toBeNull()
    }
  })

  it('that changes nothing cannot be applied, and one that is wrong says why', async () => {
    page = await openPage()
    await page.click('setup-button')
    await paste('U1.AAQVv8U3q64FAA')
    expect(page.text('setup-unchanged')).toBe('These settings are in force; nothing would change.')
    expect(canApply()).toBe(false)
    await paste('U2.AAQVv8U3q64FAA')
    expect(page.text('setup-problem')).toMatch(/made by a newer Unroll/)
    expect(page.find('setup-unchanged')).toBeNull()
    await paste('  ')
    expect(page.find('setup-problem')).toBeNull()
  })

  it('of a table that is not here says so in one sentence, with its hash and its columns', async () => {
    page = await openPage()
    page.fake.answer('describeSeries', fail('file-unreadable', madeUp('gone')))
    await page.click('setup-button')
    await paste(codeFor(OF_TABLE))
    expect(page.text('setup-problem')).toBe(
      'This setup code is for "sales.csv" with the columns "price" and "sales" (SHA-256 ab12ab12ab12…), which a code cannot carry and which is not on this machine; open that series first.',
    )
    expect(canApply()).toBe(false)
    page.fake.answer('describeSeries', fail('invalid-setting', madeUp('There is no such column.')))
    await paste(` ${codeFor(OF_TABLE)}`)
    expect(page.text('setup-problem')).toBe('There is no such column.')
  })

  it('that no run can be made of leaves all as it was, and says why in the dialog', async () => {
    page = await openPage()
    await page.type('seed', '9')
    const before = state()
    page.fake.answer('createRun', fail('invalid-setting', madeUp('Not these.')))
    await page.click('setup-button')
    await paste(codeFor(suggestedRun('am')))
    await page.click('setup-apply')
    expect(page.text('setup-problem')).toBe('Not these.')
    expect([state().draft, state().presetId, state().run]).toEqual([
      before.draft,
      before.presetId,
      before.run,
    ])
    page.fake.answer('createRun', ok())
  })

  it('names the series and the columns that would be learned, and nothing that does nothing', () => {
    const said = (from: RunConfig, to: RunConfig) =>
      setupChanges(from, to).map(({ label, from, to }) => [label, from, to].map(inEnglish).join(' | '))
    expect(said(LESSON, withSettings(LESSON, { horizon: 4, momentum: 0.5 }))).toEqual([])
    expect(said(suggestedRun('am'), suggestedRun('am'))).toEqual([])
    expect(said(LESSON, OF_TABLE).slice(0, 2)).toEqual([
      'What it learns | The lesson | "sales.csv"',
      'Inputs → targets | sin t → cos t | price, sales → sales',
    ])
    const other = { ...OF_TABLE.data.source, targets: ['price'] } as never
    expect(said(OF_TABLE, withSettings(OF_TABLE, { source: other }))).toEqual([
      'Inputs → targets | price, sales → sales | price, sales → price',
    ])
  })
})
