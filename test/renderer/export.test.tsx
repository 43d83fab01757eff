import { LESSON_FACTS } from '@contract/data/source-facts'
import { inEnglish } from '@contract/language/say'
import { madeUp } from '../helpers/saying'
// @vitest-environment happy-dom

import { EXPORT_FORMATS, type ExportFormat, type ExportReport } from '@contract/files/weight-formats'
import { fail, ok } from '@contract/result'
import type { UpdateTable } from '@contract/run/update-table'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterEach, describe, expect, it } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[]
const GRU = withSettings(LESSON, { cell: 'gru' })

function radio(format: ExportFormat): HTMLInputElement {
  const input = page.get(`format-${format}`).querySelector('input')
  if (!input) throw new Error(`no radio button for ${format}`)
  return input
}

const button = (testId: string) => page.get(testId) as HTMLButtonElement
const asked = (name: string) => page.fake.asked.filter((one) => one.name === name)

/** Opens the dialog over a run that has made some updates. */
async function openDialog(updates = 60) {
  page = await openPage()
  await page.settle(() => page.fake.train(updates))
  await page.click('export')
}

async function report(format: ExportFormat, report: Partial<ExportReport>) {
  const whole = { files: [], greatestDifference: 0, parameterCount: 1153, updatesDone: 60, ...report }
  page.fake.answer('exportWeights', { ok: true, value: whole })
  await page.settle(() => radio(format).click())
  await page.click('export-write')
}

describe('the export dialog', () => {
  it('opens by its button and by the menu, and only over a run', async () => {
    page = await openPage({ loaded: false })
    expect(button('export').disabled).toBe(true)
    await page.settle(() => page.fake.emit('menuChosen', { name: 'export' }))
    expect(page.find('export-dialog')).toBeNull()
    await page.settle(() => page.fake.ready())
    await page.settle(() => page.fake.emit('menuChosen', { name: 'export' }))
    expect(page.get('export-dialog').hasAttribute('open')).toBe(true)
    await page.click('export-cancel')
    expect(page.find('export-dialog')).toBeNull()
  })

  it('has the focus on the chosen format, so that arrow keys go on from it', async () => {
    await openDialog()
    expect(document.activeElement).toBe(radio('safetensors'))
    await page.settle(() => radio('npz').click())
    await page.click('export-cancel')
    await page.click('export')
    expect(document.activeElement).toBe(radio('npz'))
  })

  it('tells of every format what it is for, and of the chosen one what is not in it', async () => {
    await openDialog()
    for (const format of FORMATS) {
      const { label, ending, purpose, lacks, scripts } = EXPORT_FORMATS[format]
      const words = page.text(`format-${format}`)
      for (const part of [inEnglish(label), ending, inEnglish(purpose)]) expect(words).toContain(part)
      await page.settle(() => radio(format).click())
      expect(page.text('format-lacks')).toContain(inEnglish(lacks))
      expect(page.find('export-script') !== null).toBe(scripts)
      expect(page.find('names-keras') !== null).toBe(format === 'npz')
    }
  })

  it('sends what was chosen, and remembers it', async () => {
    await openDialog()
    await page.settle(() => radio('npz').click())
    await page.click('names-keras')
    await page.click('export-script')
    await page.click('export-write')
    const choice = { format: 'npz', names: 'keras', script: true }
    expect(asked('exportWeights').map(({ args }) => args)).toEqual([['run-1', choice]])
    await page.click('export-done')
    await page.click('export')
    expect(radio('npz').checked).toBe(true)
    expect((page.get('names-keras') as HTMLInputElement).checked).toBe(true)
    await page.settle(() => radio('onnx').click())
    await page.click('export-write')
    // Another format has no script, whatever was ticked.
    expect(asked('exportWeights').at(-1)?.args).toEqual([
      'run-1',
      { ...choice, format: 'onnx', script: false },
    ])
  })

  it('sends the updates that the page holds as a table', async () => {
    await openDialog(3)
    await page.settle(() => radio('csv').click())
    expect(page.text('export-extent')).toBe('Updates 1 to 3, 30 time steps: the whole run so far.')
    await page.click('export-write')
    expect(asked('exportTable')).toHaveLength(1)
    const [, table, isFirst] = asked('addToTable').flatMap(({ args }) => args) as [
      string,
      UpdateTable,
      boolean,
    ]
    expect(isFirst).toBe(true)
    expect([table.firstUpdate, [...table.lengths], table.inputs.length]).toEqual([1, [10, 10, 10], 30])
    expect(page.text('export-verdict')).toBe('Read back and compared: every number is the same.')
  })

  it('says when the page does not hold the run from its first update', async () => {
    page = await openPage()
    const { history, store } = page.world
    await page.settle(() => {
      page.fake.train(40)
      history.begin(LESSON_FACTS)
      page.fake.train(2)
    })
    await page.click('export')
    await page.settle(() => store.getState().chooseExport({ format: 'csv' }))
    expect(page.text('export-extent')).toMatch(
      /^Updates 41 to 42, 20 time steps\. The 40 updates of this run/,
    )
  })

  it('follows a run in training', async () => {
    await openDialog(0)
    await page.settle(() => page.world.commands.startOrPause())
    await page.settle(() => page.fake.train(1))
    expect(page.text('export-extent')).toMatch(/^Written as they are at that moment \(update 1 now\)/)
    await page.settle(() => page.fake.train(2))
    expect(page.text('export-extent')).toMatch(/\(update 3 now\)/)
  })
})

describe('what cannot be exported', () => {
  it('is a GRU for TensorFlow.js, said before anybody tries', async () => {
    page = await openPage()
    await page.settle(() => page.fake.api.request.createRun(GRU))
    await page.settle(() => page.fake.train(1))
    await page.click('export')
    expect(radio('tfjs').disabled).toBe(true)
    expect(page.text('format-tfjs')).toContain('The GRU of TensorFlow.js is another function')
    expect(FORMATS.filter((format) => radio(format).disabled)).toEqual(['tfjs'])
  })

  it('is the table of a run that has made no update', async () => {
    await openDialog(0)
    expect(FORMATS.filter((format) => radio(format).disabled)).toEqual(['csv'])
    expect(page.text('format-csv')).toContain('press Start or One update first')
  })

  it('are the weights of a run that diverges while the dialog is open, but not its table', async () => {
    await openDialog()
    const { run } = page.world.store.getState()
    if (!run) throw new Error('there is no run')
    await page.settle(() => page.fake.emit('runChanged', { ...run, phase: 'diverged' }))
    expect(page.text('export-problem')).toMatch(/^This run has diverged/)
    expect(button('export-write').disabled).toBe(true)
    await page.settle(() => radio('csv').click())
    expect(page.find('export-problem')).toBeNull()
    expect(button('export-write').disabled).toBe(false)
    await page.click('export-cancel')
    await page.settle(() => page.world.store.getState().chooseExport({ format: 'npz' }))
    await page.click('export')
    // What was chosen last does not fit any more.
    expect(radio('csv').checked).toBe(true)
  })

  it('is anything while there is no trainer', async () => {
    await openDialog()
    await page.settle(() => page.fake.die())
    expect(page.text('export-problem')).toMatch(/^The trainer has stopped/)
    expect(button('export-write').disabled).toBe(true)
  })
})

describe('the report', () => {
  it('names the files with their sizes, and the difference', async () => {
    await openDialog()
    await report('tfjs', {
      files: [
        { name: 'model.json', bytes: 2100 },
        { name: 'model.weights.bin', bytes: 4612 },
      ],
    })
    expect(page.text('export-report')).toContain('model.json2 kBmodel.weights.bin5 kB')
    expect(page.text('export-verdict')).toBe(
      'Read back and tried: the largest difference in a prediction is 0.',
    )
    expect(page.text('export-report')).toContain('1,153 parameters, after 60 updates.')
    expect(page.text('export-report')).not.toContain('It is not 0')
  })

  it('tells why a difference is not 0', async () => {
    await openDialog()
    await report('keras', { greatestDifference: 5.96e-8 })
    expect(page.text('export-verdict')).toContain('is 6.0e-8.')
    expect(page.text('export-report')).toContain('the two biases of a cell were added up')
  })

  it('tells the same of a NumPy archive that is laid out as Keras has it', async () => {
    await openDialog()
    await page.settle(() => radio('npz').click())
    expect(page.text('format-lacks')).toContain('optimiser')
    await page.click('names-keras')
    expect(page.text('format-lacks')).toContain('The second bias')
    await report('npz', { greatestDifference: 5.96e-8 })
    expect(page.text('export-report')).toContain('the two biases of a cell were added up')
  })

  it('does not take numbers that are none for a success', async () => {
    await openDialog()
    await report('npz', { greatestDifference: Number.NaN })
    expect(page.text('export-verdict')).toContain('cannot be compared')
  })

  it('can show the file, and says when that cannot be', async () => {
    await openDialog()
    await page.click('export-write')
    await page.click('show-exported')
    expect(asked('showExported')).toHaveLength(1)
    page.fake.answer('showExported', fail('file-unreadable', madeUp('a.npz is gone.')))
    await page.click('show-exported')
    expect(page.text('export-problem')).toBe('a.npz is gone.')
    expect(page.find('export-report')).not.toBeNull()
  })
})

describe('an export that comes to nothing', () => {
  it('keeps the choice when the person has changed their mind about where to', async () => {
    await openDialog()
    await page.settle(() => radio('keras').click())
    page.fake.answer('exportWeights', { ok: true, value: null })
    await page.click('export-write')
    expect(radio('keras').checked).toBe(true)
    expect(page.find('export-problem')).toBeNull()
  })

  it('shows its sentence in the dialog and not behind it, until another choice is made', async () => {
    await openDialog()
    const sentence = '"a.npz" could not be saved: the disk is full; free some space or choose another disk.'
    page.fake.answer('exportWeights', fail('file-not-written', madeUp(sentence)))
    await page.click('export-write')
    expect(page.text('export-problem')).toBe(sentence)
    expect(page.find('notice')).toBeNull()
    await page.settle(() => radio('npz').click())
    expect(page.find('export-problem')).toBeNull()
  })

  it('stays open while the file is written', async () => {
    await openDialog()
    Object.assign(page.fake.api.request, { exportWeights: () => new Promise(() => {}) })
    await page.click('export-write')
    expect(page.text('export-write')).toBe('Exporting…')
    expect(page.get('export-dialog').getAttribute('closedby')).toBe('none')
    await page.settle(() => page.world.commands.closeExport())
    expect(page.find('export-dialog')).not.toBeNull()
  })

  it('calls a table off that is being written, and can be told again', async () => {
    await openDialog()
    await page.click('one-update')
    await page.click('format-csv')
    let end: (answer: unknown) => void = () => {}
    Object.assign(page.fake.api.request, {
      exportTable: () =>
        new Promise((resolve) => {
          end = resolve
        }),
    })
    await page.click('export-write')
    const cancel = page.get('export-cancel') as HTMLButtonElement
    expect(cancel.disabled).toBe(false)
    await page.click('export-cancel')
    expect(asked('cancelTable')).toHaveLength(1)
    expect(page.text('export-write')).toBe('Exporting…')
    await page.settle(() => end(ok(null)))
    expect(page.text('export-write')).toBe('Export…')
    expect(page.find('export-problem')).toBeNull()
  })

  it('hands no more over, and writes nothing, when it is called off before all is handed over', async () => {
    await openDialog()
    await page.click('one-update')
    await page.click('format-csv')
    let take: (answer: unknown) => void = () => {}
    Object.assign(page.fake.api.request, {
      addToTable: () =>
        new Promise((resolve) => {
          take = resolve
        }),
    })
    await page.click('export-write')
    await page.click('export-cancel')
    await page.settle(() => take(ok()))
    expect([asked('cancelTable').length, asked('exportTable').length]).toEqual([1, 0])
    expect(page.text('export-write')).toBe('Export…')
    expect(page.find('export-problem')).toBeNull()
  })

  it('takes no dropped file while it is open', async () => {
    await openDialog()
    const drop = new Event('drop', { bubbles: true, cancelable: true })
    const dataTransfer = { types: ['Files'], files: [new File([], 'a.npz')] }
    await page.settle(() => window.dispatchEvent(Object.assign(drop, { dataTransfer })))
    expect(drop.defaultPrevented).toBe(true)
    expect(page.text('export-problem')).toBe(
      'A file cannot be loaded while a dialog is open: close it and drop the file again.',
    )
    expect(asked('loadDroppedWeights')).toEqual([])
    await page.click('export-cancel')
    const again = new Event('drop', { bubbles: true, cancelable: true })
    await page.settle(() => window.dispatchEvent(Object.assign(again, { dataTransfer })))
    expect(asked('loadDroppedWeights')).toHaveLength(1)
  })
})
