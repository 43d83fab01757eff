import { curveFromStrokes } from '@contract/data/drawn-curve'
import type { OpenedTable } from '@contract/data/opened-table'
import type { OnIrregular, ReadSeries } from '@contract/data/read-series'
import type { TableChoices } from '@contract/data/table/table-choices'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { Result } from '@contract/result'
import { NEW_RUN_SETTINGS } from '@contract/settings/settings'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../../store/app-store'
import { canTrain, configInForce } from '../../store/selectors/selectors'
import { type RolesDraft, readRoles, rolesAgain, rolesOf } from '../../store/state/data-roles'
import type { ChosenOfSeries, DataStage, Door } from '../../store/state/open-data'
import { readDraft } from '../../store/state/settings-draft'
import {
  openQuestions,
  type TableDraft,
  tableDraftOf,
  withChoice,
  withGuess,
} from '../../store/state/table-draft'
import { answerTo } from '../ask'

/** What can be asked for in the dialog that opens data. */
export type OpenDataCommands = {
  readonly openData: () => void
  /** Closes the dialog, and calls off what is being read: the present run is as it was. */
  readonly closeData: () => Promise<void>
  readonly chooseDoor: (door: Door) => void
  /** Asks for a file, and looks at its beginning. */
  readonly openTableFile: () => Promise<void>
  /** One that the menu named; a dialog must not be open. */
  readonly openRecentTable: (file: string) => Promise<void>
  readonly openTableDropped: (file: File) => Promise<void>
  readonly pasteTable: (pasted: string) => Promise<void>
  /** A table that main has opened by itself, as from the command line. */
  readonly takeTable: (table: OpenedTable) => void
  /** Changes how the table is read, and looks at its beginning again. */
  readonly chooseOfTable: (change: Partial<TableChoices>) => Promise<void>
  /** Reads the whole table, once no question about it is open. */
  readonly readTable: () => Promise<void>
  /** Reads it again, where its times are not evenly spaced, and makes something else of them. */
  readonly chooseTimes: (way: OnIrregular) => Promise<void>
  readonly cancelReading: () => Promise<void>
  /** Makes a series of the drawn curve. */
  readonly takeDrawing: () => Promise<void>
  readonly changeRoles: (roles: RolesDraft) => void
  /** From the roles back to the table or the drawing, and from a table back to the ways in. */
  readonly goBack: () => void
  /** Makes a run that learns the series; the present one is set aside. */
  readonly trainOnData: () => Promise<void>
}

type RolesStage = Extract<DataStage, { readonly kind: 'roles' }>

const CLOSED: DataStage = { kind: 'closed' }

export function createOpenDataCommands(api: UnrollApi, store: AppStore): OpenDataCommands {
  const act = store.getState
  /** Counts what was asked for: an answer to anything but the last of it comes too late. */
  let asked = 0
  /** The count of windows that is under way. */
  let counting: Promise<void> | null = null
  /** The reading in another way that is under way. */
  let reading: Promise<void> | null = null
  /** The look at the table that is under way: until it is there, its guesses are old. */
  let looking: Promise<unknown> | null = null

  function stage<Kind extends DataStage['kind']>(kind: Kind): Extract<DataStage, { kind: Kind }> | null {
    const { dataStage } = act()
    return dataStage.kind === kind ? (dataStage as Extract<DataStage, { kind: Kind }>) : null
  }

  /** Asks, and takes the answer only while nothing else was asked for. */
  async function answer<T>(request: Promise<Result<T>>) {
    asked += 1
    const mine = asked
    const answered = await answerTo(request)
    return mine === asked ? answered : null
  }

  const move = (to: DataStage) => {
    asked += 1
    act().dataMoved(to)
  }

  const AT_TABLE = { kind: 'table', isReading: false, reading: null, problem: null } as const
  const takeTable = (table: OpenedTable) => move({ ...AT_TABLE, draft: tableDraftOf(table), before: null })

  /** The series is there: what its columns are for comes next. */
  function learn(series: ReadSeries, draft: TableDraft | null, before: ChosenOfSeries | null = null) {
    move({
      kind: 'roles',
      draft,
      series,
      roles: rolesOf(series, before?.roles),
      times: series.irregular && { found: series.irregular, way: 'keep' },
      windows: null,
      isWaiting: false,
      problem: null,
    })
    const way = before?.way ?? 'keep'
    if (series.irregular && way !== 'keep') void chooseTimes(way)
    else void countWindows()
  }

  /** Reads the table again, where its times are not evenly spaced, and makes something else of them. */
  async function chooseTimes(way: OnIrregular) {
    reading ??= readAgain(way).finally(() => {
      reading = null
    })
    await reading
  }

  async function readAgain(way: OnIrregular) {
    const before = stage('roles')
    if (!before?.draft || !before.times || before.isWaiting) return
    const times = { ...before.times, way }
    act().dataMoved({ ...before, times, isWaiting: true, problem: null })
    const read = await answer(api.request.readTable(before.draft.choices, way))
    if (!read) return
    if ('problem' in read || read.value === null) {
      const problem = 'problem' in read ? read.problem : null
      return move({ ...(stage('roles') ?? before), times: before.times, isWaiting: false, problem })
    }
    const roles = rolesAgain(before.roles, before.series, read.value)
    move({ ...before, times, series: read.value, roles, windows: null, problem: null })
    void countWindows()
  }

  /** The run that these roles would make. */
  function readNow({ series, roles }: Pick<RolesStage, 'series' | 'roles'>) {
    const state = act()
    return readRoles(readDraft(state.draft, configInForce(state)).config, series, roles)
  }

  /** Counts the windows of the present roles, one count after the other: a long series takes a moment. */
  async function countWindows() {
    counting ??= count().finally(() => {
      counting = null
    })
    await counting
  }

  async function count() {
    for (let before = stage('roles'); before; before = stage('roles')) {
      const { config, problem } = readNow(before)
      if (problem) break
      const told = await answerTo(api.request.describeSeries(config.data))
      const now = stage('roles')
      if (now?.roles !== before.roles || now.series !== before.series) continue
      const windows = 'value' in told ? told.value.windows[config.data.order] : null
      act().dataMoved({ ...now, windows })
      break
    }
  }

  const atDoor = (door: Door, problem: Text | null) =>
    move({ kind: 'doors', door, isWaiting: false, problem })

  async function open(door: Door, request: Promise<Result<OpenedTable | null>>) {
    act().dataMoved({ kind: 'doors', door, isWaiting: true, problem: null })
    const opened = await answer(request)
    if (!opened) return
    if ('value' in opened && opened.value) takeTable(opened.value)
    else atDoor(door, 'problem' in opened ? opened.problem : null)
  }

  return {
    openData: () => {
      if (canTrain(act()) && stage('closed')) atDoor('file', null)
    },
    closeData: async () => {
      const isReading = stage('table')?.isReading || stage('roles')?.isWaiting
      move(CLOSED)
      if (isReading) await api.request.cancelTableReading()
    },
    chooseDoor: (door) => atDoor(door, null),
    openTableFile: () => open('file', api.request.openTable()),
    openRecentTable: (file) => open('file', api.request.openRecentTable(file)),
    openTableDropped: (file) => open('file', api.request.openDroppedTable(file)),
    pasteTable: (pasted) => open('paste', api.request.pasteTable(pasted)),
    takeTable,
    chooseOfTable: async (change) => {
      const before = stage('table')
      if (!before || before.isReading) return
      const draft = withChoice(before.draft, change)
      act().dataMoved({ ...before, draft, problem: null })
      const mine = answer(api.request.guessTable(draft.told))
      looking = mine
      const looked = await mine
      if (looking === mine) looking = null
      const now = stage('table')
      if (!looked || !now) return
      if ('problem' in looked) act().dataMoved({ ...now, problem: looked.problem })
      else act().dataMoved({ ...now, draft: withGuess(now.draft, looked.value) })
    },
    readTable: async () => {
      await looking
      const before = stage('table')
      if (!before || before.isReading || openQuestions(before.draft).length > 0) return
      act().dataMoved({ ...before, isReading: true, reading: null, problem: null })
      const read = await answer(api.request.readTable(before.draft.choices, 'keep'))
      if (!read) return
      if ('problem' in read) move({ ...before, problem: read.problem })
      else if (read.value === null) move({ ...before, problem: null })
      else learn(read.value, before.draft, before.before)
    },
    chooseTimes,
    cancelReading: async () => {
      if (stage('table')?.isReading) await api.request.cancelTableReading()
    },
    takeDrawing: async () => {
      const { strokes, timeSteps } = act().drawing
      const values = curveFromStrokes(strokes, timeSteps)
      if (!values) return atDoor('draw', text('openData.nothingDrawn'))
      act().dataMoved({ kind: 'doors', door: 'draw', isWaiting: true, problem: null })
      const made = await answer(api.request.drawnSeries(values))
      if (!made) return
      if ('problem' in made) return atDoor('draw', made.problem)
      learn(made.value, null)
    },
    changeRoles: (roles) => {
      const now = stage('roles')
      if (!now || now.isWaiting) return
      act().dataMoved({ ...now, roles, windows: null, problem: null })
      void countWindows()
    },
    goBack: () => {
      const roles = stage('roles')
      if (roles?.draft) {
        const before = { roles: roles.roles, way: roles.times?.way ?? 'keep' } as const
        move({ ...AT_TABLE, draft: roles.draft, before })
      } else atDoor(roles ? 'draw' : 'file', null)
    },
    trainOnData: async () => {
      const pressed = stage('roles')
      // Right after a change, the press is meant for what comes of it.
      await reading
      const settled = stage('roles')
      if (!settled || settled.isWaiting || settled.draft !== pressed?.draft) return
      // Why there is nothing to go on with stands there.
      if (settled.times?.way !== pressed.times?.way) return
      const { config, problem } = readNow(settled)
      if (problem) return act().dataMoved({ ...settled, problem })
      act().dataMoved({ ...settled, isWaiting: true, problem: null })
      asked += 1
      const mine = asked
      await counting
      const before = stage('roles')
      if (!before || mine !== asked) return
      if (before.windows === 0) return act().dataMoved({ ...before, isWaiting: false })
      const made = await answer(api.request.createRun(config))
      if (!made) return
      if ('problem' in made)
        return move({ ...(stage('roles') ?? before), isWaiting: false, problem: made.problem })
      // What waited in the fields for another run has gone into this one, or was said of other data.
      act().revertSettings(NEW_RUN_SETTINGS)
      move(CLOSED)
    },
  }
}
