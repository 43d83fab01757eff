import { suggestedRun } from '@contract/data/made-series'
import type { TableChoices } from '@contract/data/table/table-choices'
import { fail, ok } from '@contract/result'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../main/host/trainer-host'
import { createDataRoutes, offerTable } from '../../../main/routes/data-routes'
import { madeUp } from '../../helpers/saying'

const CHOICES: TableChoices = {
  encoding: 'utf-8',
  delimiter: ',',
  decimal: '.',
  thousands: null,
  header: true,
  missing: [],
  time: null,
  badRows: 'drop',
}
const WAIT = fail('trainer-not-ready', madeUp('wait'))

function setUp({ path = undefined as string | undefined, ready = true, answer = ok({}) as unknown } = {}) {
  const asked: unknown[][] = []
  const chosen: string[] = []
  const offered: unknown[] = []
  const host = {
    refusal: () => (ready ? null : WAIT),
    ask: (async (...request: unknown[]) => {
      asked.push(request)
      return answer
    }) as Ask,
    tell: (...told: unknown[]) => void asked.push(told),
  }
  const dialogs = {
    askOpenPath: async (what: string) => {
      chosen.push(what)
      return path
    },
  }
  const wire = { offer: (table: unknown) => void offered.push(table) }
  const added: unknown[][] = []
  const recent = {
    add: (...file: unknown[]) => void added.push(file),
    choose: (id: string, content: string) =>
      id === 'newest' && content === 'table'
        ? ok('/tmp/recent.csv')
        : fail('file-unreadable', madeUp('gone')),
  }
  const routes = createDataRoutes({ host, dialogs, recent })
  return { routes, ends: { host, wire, recent }, asked, added, chosen, offered }
}

describe('the requests about data', () => {
  it('ask for a table, and have the trainer look at it', async () => {
    const { routes, asked, chosen } = setUp({ path: '/tmp/a.csv' })
    expect(await routes.openTable()).toEqual(ok({}))
    expect([chosen, asked]).toEqual([['table'], [['openTable', '/tmp/a.csv']]])
  })

  it('keep a table among the recent files, from wherever it came, and none that could not be looked at', async () => {
    const { routes, ends, asked, added } = setUp({ path: '/tmp/a.csv' })
    await routes.openTable()
    await routes.openRecentTable('newest')
    await routes.openDroppedTable('/tmp/b.csv')
    await offerTable('/tmp/c.csv', ends)
    const paths = ['/tmp/a.csv', '/tmp/recent.csv', '/tmp/b.csv', '/tmp/c.csv']
    expect(asked).toEqual(paths.map((path) => ['openTable', path]))
    expect(added).toEqual(paths.map((path) => [path, 'table']))
    expect(await routes.openRecentTable('other')).toMatchObject({ error: { code: 'file-unreadable' } })
    const failing = setUp({ answer: WAIT })
    await failing.routes.openDroppedTable('/tmp/a.csv')
    await failing.routes.openRecentTable('newest')
    expect(failing.added).toEqual([])
  })

  it('do nothing when the dialog is closed, and ask for no file that nobody could read', async () => {
    const closed = setUp()
    expect(await closed.routes.openTable()).toEqual(ok(null))
    const early = setUp({ path: '/tmp/a.csv', ready: false })
    expect(await early.routes.openTable()).toEqual(WAIT)
    expect([closed.asked, early.asked, early.chosen]).toEqual([[], [], []])
  })

  it('are handed on as they are', async () => {
    const { routes, asked } = setUp()
    const { data } = suggestedRun('nile')
    const values = Float64Array.of(0, 1)
    await routes.openDroppedTable('/tmp/b.csv')
    await routes.pasteTable('a\tb')
    await routes.guessTable({ decimal: ',' })
    await routes.readTable(CHOICES, 'resample')
    routes.cancelTableReading()
    await routes.drawnSeries(values)
    await routes.describeSeries(data)
    await routes.describeRows(data, { from: 3, to: 9 }, ['Nile'])
    expect(asked).toEqual([
      ['openTable', '/tmp/b.csv'],
      ['pasteTable', 'a\tb'],
      ['guessTable', { decimal: ',' }],
      ['readTable', CHOICES, 'resample'],
      ['cancelTableReading'],
      ['drawnSeries', values],
      ['describeSeries', data],
      ['describeRows', data, { from: 3, to: 9 }, ['Nile']],
    ])
  })

  it('say what a dropped file is, without the trainer', () => {
    const { routes, asked } = setUp()
    expect(routes.contentOfDropped('/tmp/a.csv')).toEqual(ok('table'))
    expect(asked).toEqual([])
  })
})

describe('a table that no page has asked for', () => {
  it('is offered to the page once the trainer has looked at it', async () => {
    const table = { name: 'a.csv' }
    const { ends, offered } = setUp({ answer: ok(table) })
    await offerTable('/tmp/a.csv', ends)
    expect(offered).toEqual([table])
  })

  it('is not where it cannot be read', async () => {
    const { ends, offered } = setUp({ answer: WAIT })
    expect(await offerTable('/tmp/a.csv', ends)).toEqual(WAIT)
    expect(offered).toEqual([])
  })
})
