import type { OpenedTable } from '@contract/data/opened-table'
import type { TableReading } from '@contract/data/read-series'
import { MISSING_MARKS, type TableChoices } from '@contract/data/table/table-choices'
import type { TableGuess, TableGuesses, TablePreview } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { madeUp } from '../helpers/saying'
import { fakeColumn, fakePreview, fakeSeries, fakeTable } from './helpers/fake-table'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const asked = (name: string) => page.fake.asked.filter((one) => one.name === name)
const lastArgs = (name: string) => asked(name).at(-1)?.args
const button = (testId: string) => page.get(testId) as HTMLButtonElement
const box = (testId: string) => page.get(testId) as HTMLInputElement
const isOpen = () => page.find('open-data-dialog') !== null
/** What was said of the table. */
const told = () => lastArgs('guessTable')?.[0] as Partial<TableChoices>
const config = () => lastArgs('createRun')?.[0] as RunConfig

/** A request that is answered when the test says so. */
function held<T>() {
  let answer: (result: Result<T>) => void = () => {}
  const promise = new Promise<Result<T>>((resolve) => {
    answer = resolve
  })
  return { answer: (result: Result<T>) => page.settle(() => answer(result)), promise }
}

/** Lets the next request of a name wait. */
function hold<T>(name: 'guessTable' | 'readTable' | 'openTable' | 'describeSeries') {
  const { answer, promise } = held<T>()
  page.fake.answer(name, promise as unknown as Result<unknown>)
  return answer
}

async function openDialog() {
  page = await openPage()
  await page.click('open-data')
}

/** Opens a table whose guesses are these. */
async function openTable(guesses: Partial<TableGuesses> = {}, preview?: TablePreview) {
  await openDialog()
  page.fake.answer('openTable', ok(fakeTable(preview ? { preview } : {}, guesses)))
  await page.click('data-on')
}

async function readTable(series = fakeSeries()) {
  await openTable()
  page.fake.answer('readTable', ok(series))
  await page.click('data-on')
}

async function paste(pasted: string) {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { getData: () => pasted } })
  await page.settle(() => (document.activeElement ?? document.body).dispatchEvent(event))
}

describe('the ways in', () => {
  it('open by the button and by the menu, and only over a run', async () => {
    page = await openPage({ loaded: false })
    expect(button('open-data').disabled).toBe(true)
    await page.settle(() => page.fake.emit('menuChosen', { name: 'open-data' }))
    expect(isOpen()).toBe(false)
    await page.settle(() => page.fake.ready())
    await page.settle(() => page.fake.emit('menuChosen', { name: 'open-data' }))
    expect(isOpen()).toBe(true)
    await page.click('data-cancel')
    expect(isOpen()).toBe(false)
  })

  it('stays where it is when no file was chosen', async () => {
    await openDialog()
    page.fake.answer('openTable', ok(null))
    await page.click('data-on')
    expect(page.find('door-file')).not.toBeNull()
    expect(page.find('data-problem')).toBeNull()
  })

  it('says what is wrong with a file, and takes the next one', async () => {
    await openDialog()
    page.fake.answer('openTable', fail('file-unreadable', madeUp('It is a picture.')))
    await page.click('data-on')
    expect(page.text('data-problem')).toBe('It is a picture.')
    await page.click('data-on')
    expect(page.find('data-problem')).toBeNull()
    expect(page.text('data-name')).toBe('weather.csv, 12 kB')
  })

  it('forgets a file that comes after the dialog was closed', async () => {
    await openDialog()
    const answer = hold<OpenedTable>('openTable')
    await page.click('data-on')
    expect(page.text('data-on')).toBe('Opening…')
    await page.click('data-cancel')
    await answer(ok(fakeTable()))
    expect(isOpen()).toBe(false)
  })

  it('takes a table that is pasted into its field', async () => {
    await openDialog()
    await page.click('door-paste')
    expect(button('data-on').disabled).toBe(true)
    await page.settle(() => {
      const field = page.get('data-pasted') as HTMLTextAreaElement
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(
        field,
        'a\tb\n1\t2\n',
      )
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await page.click('data-on')
    expect(lastArgs('pasteTable')).toEqual(['a\tb\n1\t2\n'])
    expect(page.text('data-name')).toContain('Pasted table')
    // A text of the clipboard has no encoding any more.
    expect(page.find('data-encoding')).toBeNull()
  })

  it('takes a table that is pasted anywhere but into a field', async () => {
    page = await openPage()
    await page.settle(() => page.get('learning-rate').focus())
    await paste('a,b\n1,2\n')
    expect(isOpen()).toBe(false)
    await page.settle(() => page.get('learning-rate').blur())
    await paste('A sentence of 2 words')
    await paste('one line\nand another')
    expect(isOpen()).toBe(false)
    await paste('a,b\n1,2\n')
    expect(lastArgs('pasteTable')).toEqual(['a,b\n1,2\n'])
    expect(page.find('data-preview')).not.toBeNull()
    // Under the table that is looked at, another one changes nothing.
    await paste('a,b\n3,4\n')
    expect(asked('pasteTable')).toHaveLength(1)
  })

  it('takes a dropped table by its name, and asks main about a name that says nothing', async () => {
    page = await openPage()
    const { commands } = page.world
    await page.settle(() => commands.loadDropped([new File([], 'Weather.TSV')]))
    expect(page.text('data-name')).toContain('Weather.TSV')
    expect(asked('loadDroppedWeights')).toEqual([])
    await page.click('data-cancel')
    page.fake.answer('contentOfDropped', ok('table'))
    await page.settle(() => commands.loadDropped([new File([], 'weather')]))
    expect(page.text('data-name')).toContain('weather')
    await page.click('data-cancel')
    await page.settle(() => commands.loadDropped([new File([], 'a.npz')]))
    expect(asked('contentOfDropped')).toHaveLength(1)
    expect(asked('loadDroppedWeights')).toHaveLength(1)
  })

  it('takes a drop while it asks for a file, and says later that it cannot', async () => {
    await openDialog()
    const { commands } = page.world
    expect(commands.takesDrop()).toBe(true)
    await page.settle(() => commands.loadDropped([new File([], 'a.csv')]))
    expect(commands.takesDrop()).toBe(false)
    await page.settle(() => commands.refuseDrop())
    expect(page.text('data-problem')).toContain('while a dialog is open')
  })

  it('shows a recent table that the menu named, or says why not, and nothing over another dialog', async () => {
    page = await openPage()
    const choose = () =>
      page.settle(() => page.fake.emit('menuChosen', { name: 'open-recent-table', file: 'id' }))
    await choose()
    expect(page.text('data-name')).toContain('recent.csv')
    await choose()
    expect(asked('openRecentTable').map(({ args }) => args)).toEqual([['id']])
    await page.click('data-cancel')
    page.fake.answer('openRecentTable', fail('file-unreadable', madeUp('It is gone.')))
    await choose()
    expect(page.text('data-problem')).toBe('It is gone.')
  })

  it('shows a table that the app was started with', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('tableOffered', fakeTable({ name: 'given.csv' })))
    expect(page.text('data-name')).toContain('given.csv')
  })
})

describe('how the table is read', () => {
  it('shows its beginning, each column by its use and each bad row with its sentence', async () => {
    const preview = fakePreview()
    const bad = {
      line: 9,
      cells: [{ text: 'x', kind: 'text' as const }],
      trouble: madeUp('Line 9 is short.'),
    }
    await openTable({}, { ...preview, rows: [...preview.rows.slice(0, 3), bad], notes: [madeUp('A note.')] })
    const table = page.get('data-preview')
    expect([...table.querySelectorAll('thead th')].map((cell) => cell.textContent)).toEqual([
      'Line',
      'datetime',
      'Anumber',
      'Bnumber',
      'weathertext, not used',
    ])
    expect([...table.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
      '22020-01-012,518calm',
      '32020-01-023,517calm',
      '42020-01-034,5NAcalm',
      '9x',
      'Line 9 is short.',
    ])
    expect(table.querySelector('[data-kind="missing"]')?.textContent).toBe('NA')
    expect(page.text('open-data-dialog')).toContain('A note.')
  })

  it('shows the first sixty of many columns', async () => {
    const columns = Array.from({ length: 61 }, (_, at) => ({
      name: `c${at}`,
      isNamed: true,
      use: 'number' as const,
    }))
    const cells = columns.map(() => ({ text: '1', kind: 'number' as const }))
    await openTable(
      { time: { sure: true, value: null } },
      { columns, rows: [{ line: 2, cells, trouble: null }], notes: [] },
    )
    expect(page.get('data-preview').querySelectorAll('td')).toHaveLength(60)
    expect(page.text('open-data-dialog')).toContain('The first 60 of 61 columns are shown.')
  })

  it('asks for what is not sure, first, and goes on only when it is answered', async () => {
    await openTable({
      time: {
        sure: false,
        value: { column: 0, format: 'day-month-year' },
        others: [{ column: 0, format: 'month-day-year' }, null],
        question: text('tableGuess.dayOrMonth', { example: '03/04/2020' }),
      },
    })
    const dialog = page.text('open-data-dialog')
    expect(dialog).toContain('The table leaves 1 question open; please choose:')
    expect(dialog.indexOf('03/04/2020')).toBeLessThan(dialog.indexOf('Encoding'))
    expect(box('answer-time-0').checked).toBe(false)
    expect((page.get('data-time') as HTMLSelectElement).value).toBe('')
    expect(button('data-on').disabled).toBe(true)
    await page.settle(() => page.world.commands.readTable())
    expect(asked('readTable')).toEqual([])
    // The guess itself is an answer as well.
    await page.click('answer-time-0')
    expect(box('answer-time-0').checked).toBe(true)
    expect(button('data-on').disabled).toBe(false)
    await page.click('answer-time-1')
    expect(told().time).toEqual({ column: 0, format: 'month-day-year' })
    await page.click('data-on')
    expect(lastArgs('readTable')).toEqual([{ ...fakeTable().guess.choices, ...told() }, 'keep'])
  })

  it('answers by its list as well', async () => {
    await openTable({
      delimiter: { sure: false, value: ';', others: ['\t'], question: text('tableGuess.delimiter') },
    })
    await page.choose('data-delimiter', '2')
    expect(told().delimiter).toBe('\t')
    expect(button('data-on').disabled).toBe(false)
    expect(box('answer-delimiter-1').checked).toBe(true)
  })

  it('asks once what 1,234 is', async () => {
    const question = text('tableGuess.decimal', { example: '1,234' })
    await openTable({
      decimal: { sure: false, value: ',', others: ['.'], question },
      thousands: { sure: false, value: null, others: [','], question },
    })
    expect(page.find('question-thousands')).toBeNull()
    expect(page.text('question-decimal')).toContain('A number with three decimals')
    await page.click('answer-decimal-1')
    expect(told()).toEqual({ decimal: '.' })
    await page.click('answer-decimal-0')
    expect(told()).toEqual({ decimal: ',' })
    expect(button('data-on').disabled).toBe(false)
  })

  it('takes 1,5 for one number with its comma, where that is the answer', async () => {
    const question = text('tableGuess.oneNumberOrTwo', { example: '1,5' })
    await openTable({
      delimiter: { sure: false, value: ',', others: [';'], question },
      decimal: { sure: true, value: '.' },
    })
    expect(page.text('question-delimiter')).toContain('One number with a decimal comma')
    await page.click('answer-delimiter-1')
    expect(told()).toEqual({ delimiter: ';' })
    expect(box('answer-delimiter-1').checked).toBe(true)
  })

  it('asks whether a number stands for a missing value', async () => {
    await openTable({
      missing: {
        sure: false,
        value: MISSING_MARKS,
        others: [[...MISSING_MARKS, '-999']],
        question: text('tableGuess.missing', { mark: '-999', times: 3 }),
      },
    })
    await page.click('answer-missing-1')
    expect(told().missing?.at(-1)).toBe('-999')
    expect(box('data-missing').value).toBe('-999')
    await page.type('data-missing', '-999, n.a. , ')
    expect(told().missing).toEqual([...MISSING_MARKS, '-999', 'n.a.'])
  })

  it('is guessed anew from what a person has said, which stays', async () => {
    await openTable()
    const { guess } = fakeTable({ preview: fakePreview({ notes: [madeUp('Read anew.')] }) })
    const anew = { ...guess.choices, delimiter: ',', decimal: '.', header: false, time: null } as const
    page.fake.answer('guessTable', ok({ ...guess, choices: anew }))
    await page.choose('data-delimiter', '0')
    expect(told()).toEqual({ delimiter: ',' })
    expect(page.text('open-data-dialog')).toContain('Read anew.')
    expect((page.get('data-decimal') as HTMLSelectElement).value).toBe('0')
    expect((page.get('data-header') as HTMLSelectElement).value).toBe('1')
    expect(page.find('data-time-format')).toBeNull()
    await page.choose('data-header', '0')
    await page.choose('data-encoding', '3')
    expect(told()).toEqual({ delimiter: ',', header: true, encoding: 'gbk' })
    await page.click('data-on')
    expect(lastArgs('readTable')?.[0]).toMatchObject(told())
  })

  it('forgets which column is the time when other cells make other columns, and no column stays none', async () => {
    await openTable()
    await page.choose('data-time', '2')
    await page.choose('data-time-format', '6')
    expect(told()).toEqual({ time: { column: 1, format: 'year' } })
    await page.choose('data-encoding', '3')
    expect(told().time).toEqual({ column: 1, format: 'year' })
    await page.choose('data-delimiter', '0')
    expect(told()).toEqual({ encoding: 'gbk', delimiter: ',' })
    await page.choose('data-time', '0')
    await page.choose('data-delimiter', '1')
    expect(told()).toEqual({ encoding: 'gbk', delimiter: ';', time: null })
  })

  it('has no mark for both: what was said last holds', async () => {
    await openTable()
    await page.choose('data-thousands', '1')
    expect(told()).toEqual({ thousands: '.' })
    await page.choose('data-decimal', '0')
    expect(told()).toEqual({ decimal: '.' })
  })

  it('is read only by guesses that are as new as what was said', async () => {
    await openTable()
    const answer = hold<TableGuess>('guessTable')
    await page.choose('data-delimiter', '0')
    await page.click('data-on')
    expect(asked('readTable')).toEqual([])
    const { guess } = fakeTable()
    await answer(ok({ ...guess, choices: { ...guess.choices, delimiter: ',', header: false } }))
    expect(lastArgs('readTable')?.[0]).toMatchObject({ delimiter: ',', header: false })
  })

  it('shows what was asked for last, whichever answer comes last', async () => {
    await openTable()
    const first = hold<TableGuess>('guessTable')
    await page.choose('data-header', '1')
    const second = hold<TableGuess>('guessTable')
    await page.choose('data-bad-rows', '1')
    await second(ok(fakeTable({ preview: fakePreview({ notes: [madeUp('The second.')] }) }).guess))
    await first(ok(fakeTable({ preview: fakePreview({ notes: [madeUp('The first.')] }) }).guess))
    expect(page.text('open-data-dialog')).toContain('The second.')
    expect(page.text('open-data-dialog')).not.toContain('The first.')
    expect(told()).toMatchObject({ header: false, badRows: 'drop' })
  })

  it('says when the table cannot be looked at so', async () => {
    await openTable()
    page.fake.answer('guessTable', fail('file-unreadable', madeUp('A quotation mark is open.')))
    await page.choose('data-delimiter', '3')
    expect(page.text('data-problem')).toBe('A quotation mark is open.')
    await page.choose('data-delimiter', '1')
    expect(page.find('data-problem')).toBeNull()
  })
})

describe('a table that is read again', () => {
  it('has its roles guessed anew, and what was set by hand stays', async () => {
    await readTable()
    await page.click('input-0')
    await page.type('data-horizon', '3')
    await page.click('data-back')
    await page.choose('data-delimiter', '0')
    const columns = ['A', 'B', 'D', 'E'].map((name) => fakeColumn(name))
    page.fake.answer('readTable', ok(fakeSeries({ columns })))
    await page.click('data-on')
    await page.click('data-on')
    // A was taken out by hand; D and E are new, and the last column is the target again.
    expect(config().data.source).toMatchObject({ inputs: ['B', 'D', 'E'], targets: ['E'] })
    expect(config().data.horizon).toBe(3)
  })
})

describe('reading', () => {
  const reading: TableReading = { rows: 250_000, bytes: 4000, of: 12_345 }

  it('tells how far it is, and ends at the roles', async () => {
    await openTable()
    const answer = hold('readTable')
    await page.click('data-on')
    expect(page.text('data-reading')).toBe('0 rows read, 0%')
    await page.settle(() => page.fake.emit('tableReading', reading))
    expect(page.text('data-reading')).toBe('250,000 rows read, 32%')
    expect(page.get('data-encoding').closest('fieldset')?.disabled).toBe(true)
    await page.settle(() => page.fake.emit('tableReading', null))
    await answer(ok(fakeSeries()))
    expect(page.text('data-notes')).toBe('1,200 time steps of 3 columns.')
    // What comes late says nothing of the roles.
    await page.settle(() => page.fake.emit('tableReading', reading))
    expect(page.find('data-reading')).toBeNull()
  })

  it('can be called off: the table is as it was', async () => {
    await openTable()
    const answer = hold('readTable')
    await page.click('data-on')
    await page.click('data-cancel')
    expect(asked('cancelTableReading')).toHaveLength(1)
    await answer(ok(null))
    expect(page.find('data-reading')).toBeNull()
    expect(page.find('data-problem')).toBeNull()
    expect(button('data-on').textContent).toBe('Read the table')
  })

  it('is called off when the dialog is closed, and nothing comes of it', async () => {
    await openTable()
    const answer = hold('readTable')
    await page.click('data-on')
    await page.settle(() => page.world.commands.closeData())
    expect(asked('cancelTableReading')).toHaveLength(1)
    await answer(ok(fakeSeries()))
    expect(isOpen()).toBe(false)
  })

  it('says what is wrong, and leaves the run alone', async () => {
    await openTable()
    const runs = asked('createRun').length
    page.fake.answer('readTable', fail('file-unreadable', madeUp('Line 70 has no number.')))
    await page.click('data-on')
    expect(page.text('data-problem')).toBe('Line 70 has no number.')
    expect(asked('createRun')).toHaveLength(runs)
  })

  it('tells what was left out and what else is to be known', async () => {
    await readTable(
      fakeSeries({
        lost: [
          { why: text('tableFile.lostNumber'), rows: 2, lines: [5, 9] },
          { why: text('tableFile.lostTime'), rows: 400, lines: [11, 12, 13] },
        ],
        notes: [text('tableNotes.constant', { names: ['C'] })],
      }),
    )
    const notes = page.text('data-notes')
    expect(notes).toContain('Rows left out: 2, as they have a text where a number should be (lines 5 and 9).')
    expect(notes).toContain('Rows left out: 400, as their time cannot be read (lines 11, 12, 13 and others).')
    expect(notes).toContain('Column "C" has the same value in every row.')
  })

  it('tells that times are irregular, and reads again in another way', async () => {
    const irregular = {
      kind: 'irregular',
      median: 86_400_000,
      offShare: 0.004,
      greatest: 5.5 * 86_400_000,
      after: 119,
    } as const
    await readTable(fakeSeries({ irregular }))
    expect(page.text('data-times')).toContain(
      'less than 1% of them are not 1 day after the one before; the longest pause is 5.5 days, after time step 120.',
    )
    expect(box('times-keep').checked).toBe(true)
    await page.click('input-0')
    const passed = fakeColumn('passed')
    page.fake.answer('readTable', ok(fakeSeries({ irregular, columns: [...fakeSeries().columns, passed] })))
    await page.click('times-intervals')
    expect(lastArgs('readTable')?.[1]).toBe('intervals')
    // What was chosen stays, and the new column is an input.
    expect(page.text('data-sentence')).toContain('of "B", "C" and "passed", say "C"')
    page.fake.answer('readTable', fail('file-unreadable', madeUp('It would be too long.')))
    await page.click('times-resample')
    expect(page.text('data-problem')).toBe('It would be too long.')
    expect(box('times-intervals').checked).toBe(true)
  })
})

describe('what each column is for', () => {
  it('begins with the last column said from the past of all', async () => {
    await readTable()
    expect(page.text('data-sentence')).toBe(
      'From 24 values of "A", "B" and "C", say "C" one time step later.',
    )
    expect(page.text('data-limits')).toContain('3 of at most 32 inputs, 1 of at most 16 targets.')
    await page.click('data-on')
    const { origin } = fakeSeries()
    expect(config()).toEqual(
      withSettings(LESSON, {
        source: { kind: 'series', origin, inputs: ['A', 'B', 'C'], targets: ['C'] },
        horizon: 1,
        window: 24,
        stride: 24,
        order: 'consecutive',
        scaling: 'standard',
        trainPercent: 70,
        validationPercent: 15,
      }),
    )
    expect(isOpen()).toBe(false)
  })

  it('counts the windows of the roles that are chosen last', async () => {
    await openTable()
    const answer = hold('describeSeries')
    await page.click('data-on')
    expect(page.text('data-sentence')).toMatch(/one time step later\.$/)
    await page.click('input-0')
    await page.choose('data-order', 'random')
    // One count after the other: the first is still under way.
    expect(asked('describeSeries')).toHaveLength(1)
    page.fake.answer('describeSeries', ok({ windows: { consecutive: 33, random: 812 } }))
    await answer(ok({ windows: { consecutive: 7, random: 9 } }))
    expect(asked('describeSeries')).toHaveLength(2)
    expect(lastArgs('describeSeries')?.[0]).toMatchObject({ order: 'random', source: { inputs: ['B', 'C'] } })
    expect(page.text('data-sentence')).toBe(
      'From 24 values of "B" and "C", say "C" one time step later: 812 windows.',
    )
  })

  it('takes no column as an input that would leave no window, says so, and takes it by hand', async () => {
    await readTable(fakeSeries({ windowless: ['B'] }))
    expect(page.text('data-sentence')).toBe('From 24 values of "A" and "C", say "C" one time step later.')
    expect(page.text('data-left-out')).toBe(
      'Not among the inputs: "B", whose missing values would leave no window.',
    )
    await page.click('input-1')
    expect(page.find('data-left-out')).toBeNull()
    expect(page.text('data-sentence')).toContain('of "A", "B" and "C"')
  })

  it('gives nothing to learn while there is no window, and says why', async () => {
    await openTable()
    page.fake.answer('describeSeries', ok({ windows: { consecutive: 0, random: 0 } }))
    await page.click('data-on')
    expect(page.text('data-problem')).toContain('should have a window of 24 time steps in a row')
    expect(button('data-on').disabled).toBe(true)
    page.fake.answer('describeSeries', ok({ windows: { consecutive: 3, random: 60 } }))
    await page.click('input-1')
    expect(page.find('data-problem')).toBeNull()
    expect(button('data-on').disabled).toBe(false)
  })

  it('learns by a press right after a change, once its windows are counted, and not without any', async () => {
    await openTable()
    const runs = asked('createRun').length
    const first = hold('describeSeries')
    await page.click('data-on')
    await page.click('data-on')
    expect(asked('createRun')).toHaveLength(runs)
    await first(ok({ windows: { consecutive: 0, random: 0 } }))
    expect(asked('createRun')).toHaveLength(runs)
    expect(page.text('data-problem')).toContain('but has none')
    const second = hold('describeSeries')
    await page.click('input-1')
    await page.click('data-on')
    await second(ok({ windows: { consecutive: 5, random: 90 } }))
    expect(asked('createRun')).toHaveLength(runs + 1)
    expect(config().data.source).toMatchObject({ inputs: ['A', 'C'] })
    expect(isOpen()).toBe(false)
  })

  it('learns by a press while the table is read in another way, unless that fails', async () => {
    const irregular = { kind: 'irregular', median: 1, offShare: 0.5, greatest: 9, after: 3 } as const
    await readTable(fakeSeries({ irregular }))
    const runs = asked('createRun').length
    const failing = hold('readTable')
    await page.click('times-intervals')
    await page.click('data-on')
    await failing(fail('file-unreadable', madeUp('It would be too long.')))
    expect(page.text('data-problem')).toBe('It would be too long.')
    expect(asked('createRun')).toHaveLength(runs)
    const answer = hold('readTable')
    await page.click('times-intervals')
    await page.click('data-on')
    const columns = [...fakeSeries().columns, fakeColumn('passed')]
    await answer(ok(fakeSeries({ irregular, columns })))
    expect(asked('createRun')).toHaveLength(runs + 1)
    expect(config().data.source).toMatchObject({ inputs: ['A', 'B', 'C', 'passed'] })
  })

  it('keeps the network and its training, and what was typed of them', async () => {
    page = await openPage()
    await page.choose('cell', 'gru')
    await page.type('learning-rate', '0.005')
    await page.click('open-data')
    await page.click('data-on')
    await page.click('data-on')
    await page.type('data-window', '30')
    await page.choose('data-order', 'random')
    await page.click('data-on')
    expect(config().network.cell).toBe('gru')
    expect(config().training.learningRate).toBe(0.005)
    expect(config().data).toMatchObject({ window: 30, stride: 30, order: 'random' })
  })

  it('begins a short series with a window that fits twice into its training part', async () => {
    await readTable(fakeSeries({ rows: 30, columns: [fakeColumn('A')] }))
    expect(page.text('data-sentence')).toBe('From 10 values of "A", say what comes one time step later.')
  })

  it('leaves a column without a number alone', async () => {
    await readTable(
      fakeSeries({
        columns: [
          fakeColumn('A'),
          fakeColumn('empty', { missing: 1200, least: Number.NaN, greatest: Number.NaN, mean: Number.NaN }),
        ],
      }),
    )
    expect(box('input-1').disabled).toBe(true)
    expect(box('target-1').disabled).toBe(true)
    expect(page.text('data-sentence')).toContain('of "A", say what comes')
  })

  it('takes inputs and targets in the order of the series, and asks for one of each', async () => {
    await readTable()
    await page.click('target-0')
    await page.click('input-2')
    expect(page.text('data-sentence')).toBe(
      'From 24 values of "A" and "B", say "A" and "C" one time step later.',
    )
    await page.click('input-0')
    await page.click('input-1')
    expect(page.find('data-sentence')).toBeNull()
    expect(page.text('data-problem')).toContain('1 to 32 columns as inputs')
    expect(button('data-on').disabled).toBe(true)
    await page.click('input-0')
    await page.click('target-0')
    await page.click('target-2')
    expect(page.text('data-problem')).toContain('1 to 16 columns as targets')
  })

  it('takes a horizon of 0, unless a target would be said from itself', async () => {
    await readTable()
    await page.type('data-horizon', '0')
    expect(page.text('data-problem')).toBe(
      'With a horizon of 0, "C" would be said from itself at the same time step; choose a horizon of 1 or more, or take it out of the inputs.',
    )
    expect(page.get('data-horizon').getAttribute('aria-invalid')).toBe('true')
    await page.click('input-2')
    expect(page.text('data-sentence')).toBe('Translate "A" and "B" into "C", 24 time steps at a time.')
    await page.click('data-on')
    expect(config().data.horizon).toBe(0)
  })

  it('takes no more columns than a network can have', async () => {
    const columns = Array.from({ length: 40 }, (_, at) => fakeColumn(`c${at}`))
    await readTable(fakeSeries({ columns }))
    // The last 32, with the target among them.
    expect([box('input-7').checked, box('input-8').checked, box('input-39').checked]).toEqual([
      false,
      true,
      true,
    ])
    expect(box('input-0').disabled).toBe(true)
    for (let at = 0; at < 15; at += 1) await page.click(`target-${at}`)
    expect(page.text('data-limits')).toContain('32 of at most 32 inputs, 16 of at most 16 targets.')
    expect(box('target-20').disabled).toBe(true)
    expect(box('target-0').disabled).toBe(false)
    await page.click('input-8')
    expect(box('input-0').disabled).toBe(false)
    await page.click('data-on')
    const { source } = config().data
    expect(source).toMatchObject({ kind: 'series' })
    if (source.kind === 'series') expect([source.inputs.length, source.targets.length]).toEqual([31, 16])
  })

  it('says what is wrong with a number, and with two of them together', async () => {
    await readTable()
    await page.type('data-window', '1')
    expect(page.text('data-problem')).toContain('Window length must be a whole number from 2 to 500')
    await page.type('data-window', '12')
    await page.type('data-trainPercent', '90')
    expect(page.text('data-problem')).toContain('are 105% together')
    await page.type('data-validationPercent', '10')
    expect(page.text('data-parts')).toBe('PartsTraining 90%Validation 10%Test 0%')
    await page.click('data-on')
    expect(config().data).toMatchObject({ window: 12, trainPercent: 90, validationPercent: 10 })
  })

  it('moves the ends of the parts by keys', async () => {
    await readTable()
    const press = (testId: string, key: string) =>
      page.settle(() =>
        page
          .get(testId)
          .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
      )
    await press('end-of-training', 'ArrowLeft')
    expect(page.text('data-parts')).toBe('PartsTraining 69%Validation 16%Test 15%')
    await press('end-of-validation', 'PageUp')
    expect(page.text('data-parts')).toBe('PartsTraining 69%Validation 26%Test 5%')
    await press('end-of-validation', 'PageUp')
    expect(box('data-validationPercent').value).toBe('31')
    await press('end-of-training', 'PageUp')
    expect(page.text('data-parts')).toBe('PartsTraining 79%Validation 21%Test 0%')
  })

  it('says why no run can be made, and keeps what was chosen', async () => {
    await readTable()
    await page.click('input-0')
    page.fake.answer('createRun', fail('invalid-setting', madeUp('There are too few windows.')))
    await page.click('data-on')
    expect(page.text('data-problem')).toBe('There are too few windows.')
    expect(box('input-0').checked).toBe(false)
    await page.click('data-back')
    expect(page.find('data-preview')).not.toBeNull()
    await page.click('data-back')
    expect(page.find('door-file')).not.toBeNull()
  })
})

describe('drawing', () => {
  /** A pad of 200 by 100 pixels at 0, 0. */
  async function stroke(...places: readonly (readonly [x: number, y: number])[]) {
    const pad = page.get('drawing')
    pad.getBoundingClientRect = () => new DOMRect(0, 0, 200, 100)
    pad.setPointerCapture = () => {}
    const send = (type: string, [clientX, clientY]: readonly [number, number]) =>
      page.settle(() =>
        pad.dispatchEvent(
          new PointerEvent(type, { clientX, clientY, button: 0, pointerId: 1, bubbles: true }),
        ),
      )
    const [first, ...others] = places
    if (!first) return
    await send('pointerdown', first)
    for (const place of others) await send('pointermove', place)
    await send('pointerup', places.at(-1) ?? first)
  }

  async function openDrawing() {
    await openDialog()
    await page.click('door-draw')
  }

  it('makes a series of the curve, whose next value is to be said', async () => {
    await openDrawing()
    await stroke([0, 100], [100, 0], [200, 50])
    expect(page.text('drawing-words')).toBe('A curve of 500 time steps, drawn in 1 stroke.')
    await page.choose('draw-length', '0')
    await page.click('data-on')
    const values = lastArgs('drawnSeries')?.[0] as Float64Array
    expect(values).toHaveLength(200)
    expect(values[0]).toBe(0)
    expect(values[199]).toBeCloseTo(0.5, 12)
    expect(Math.max(...values)).toBeCloseTo(1, 2)
    expect(page.text('data-sentence')).toBe('From 24 values of "y", say what comes one time step later.')
    // There is nothing to choose about it.
    expect(page.find('input-0')).toBeNull()
    expect(page.find('data-horizon')).toBeNull()
    await page.click('data-on')
    expect(config().data).toMatchObject({ horizon: 1, source: { inputs: ['y'], targets: ['y'] } })
  })

  it('takes strokes back, one and all, and keeps them while the dialog is closed', async () => {
    await openDrawing()
    await stroke([0, 0], [200, 0])
    await stroke([0, 100], [200, 100])
    await page.click('undo-stroke')
    expect(page.text('drawing-words')).toContain('drawn in 1 stroke.')
    expect(page.get('drawn-curve').getAttribute('d')).toMatch(/^M0\.0 0\.0L/)
    await page.click('data-cancel')
    await page.click('open-data')
    await page.click('door-draw')
    expect(page.text('drawing-words')).toContain('drawn in 1 stroke.')
    await page.click('clear-drawing')
    expect(page.text('drawing-words')).toBe('The drawing is empty.')
    expect(button('undo-stroke').disabled).toBe(true)
    await page.click('data-on')
    expect(page.text('data-problem')).toContain('There is no curve yet')
    expect(asked('drawnSeries')).toEqual([])
  })

  it('can be done by keys: a point that is moved on is one stroke', async () => {
    await openDrawing()
    const move = (point: number, value: string) =>
      page.settle(() => {
        const slider = box(`point-${point}`)
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, value)
        slider.dispatchEvent(new Event('input', { bubbles: true }))
      })
    await move(6, '0.6')
    await move(6, '0.9')
    expect(page.text('drawing-words')).toContain('drawn in 1 stroke.')
    await move(0, '0')
    expect(page.text('drawing-words')).toContain('drawn in 2 strokes.')
    expect([0, 1, 6, 7, 12].map((point) => Number(box(`point-${point}`).value))).toEqual([
      0, 0.5, 0.9, 0.5, 0.5,
    ])
    await page.click('data-on')
    const values = lastArgs('drawnSeries')?.[0] as Float64Array
    expect(values[0]).toBe(0)
    expect(values[250]).toBeCloseTo(0.9, 12)
  })

  it('says what is wrong, and goes back to the drawing', async () => {
    await openDrawing()
    await stroke([0, 0], [200, 100])
    page.fake.answer('drawnSeries', fail('invalid-setting', madeUp('There is no trainer.')))
    await page.click('data-on')
    expect(page.text('data-problem')).toBe('There is no trainer.')
    await page.click('data-on')
    await page.click('data-back')
    expect(page.text('drawing-words')).toContain('drawn in 1 stroke.')
  })
})

describe('in Chinese', () => {
  it('says the same', async () => {
    page = await openPage({ language: 'zh' })
    await page.click('open-data')
    await page.click('data-on')
    await page.click('data-on')
    expect(page.text('data-sentence')).toBe('由“A”、“B”和“C”的 24 个值，说出 1 个时间步之后的“C”。')
  })
})
