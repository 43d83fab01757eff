import { basename } from 'node:path'
import type { ExperimentRun, ExperimentRunEnd } from '@contract/experiment/experiment'
import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { type MakingEnd, makeRuns } from '../../experiments/pool/make-runs'
import type { MakeWorker } from '../../experiments/pool/worker'
import { createWorkerPool } from '../../experiments/pool/worker-pool'
import { EXIT } from '../base/exit-code'
import { checkOutputs } from '../base/outputs'
import type { Terminal } from '../base/terminal'
import { type PlannedRuns, plannedRuns } from './planned-runs'
import { createPrognosis } from './prognosis'
import { runLines } from './run-lines'
import type { SweepOptions } from './sweep-options'
import { jsonOf, type RunRow, rowOf } from './table/run-row'
import { openRunsWriter, type RunsWriter } from './table/runs-writer'

/** What is asked of a sweep but what its runs learn. */
type Asked = Omit<SweepOptions, 'table' | 'coded'>

/** What it works with. */
type Work = {
  readonly asked: Asked
  readonly planned: PlannedRuns
  /** Null where nothing is saved. */
  readonly writer: RunsWriter | null
  readonly terminal: Terminal
  readonly tell: (rows: readonly RunRow[]) => Promise<void>
}

/**
 * Makes the runs of a sweep, several at a time, tells each as it ends, and writes it into the table at once. When it is told to
 * stop before, what is made is there.
 *
 * @param makeWorker starts a process that makes runs
 * @returns the exit code of the process
 */
export async function sweep(asked: Asked, terminal: Terminal, makeWorker: MakeWorker): Promise<number> {
  const refuse = (why: Text) => {
    terminal.warn(why)
    return EXIT.refused
  }
  const planned = plannedRuns(asked.plan)
  if (!planned.ok) return refuse(planned.error.text)
  const writer = await openWriter(asked, planned.value, terminal)
  if (!writer.ok) return refuse(writer.error.text)
  const tell = await teller(asked, planned.value, terminal)
  const work: Work = { asked, planned: planned.value, writer: writer.value, terminal, tell }
  const kept = [...(writer.value?.kept ?? [])].sort(([a], [b]) => a - b)
  await tell(kept.map(([, { row }]) => row))
  const made = await make(work, new Map(kept.map(([index, { row }]) => [index, row.end])), makeWorker)
  return conclude(work, kept.length, made)
}

async function openWriter(
  { save, force }: Asked,
  planned: PlannedRuns,
  terminal: Terminal,
): Promise<Result<RunsWriter | null>> {
  if (save === null) return ok(null)
  const path = terminal.pathOf(save)
  const possible = await checkOutputs([{ path, beside: null }], force)
  return possible.ok ? openRunsWriter(path, planned, force) : possible
}

/** What tells of runs: lines for a person, below a title, or JSON. */
async function teller(
  { plan, json }: Asked,
  { varied }: PlannedRuns,
  terminal: Terminal,
): Promise<Work['tell']> {
  const { source, validationPercent } = plan.base.data
  const lines = runLines(varied, source.kind === 'series' && validationPercent > 0, sayIn(terminal.language))
  if (!json) await terminal.say(lines.title)
  return async (rows) => {
    if (rows.length === 0) return
    await terminal.say(rows.map((row) => (json ? jsonOf(row, varied) : lines.line(row))).join('\n'))
  }
}

/** What came of the making. */
type Made = {
  readonly end: MakingEnd
  readonly runs: number
  readonly failed: number
  /** The exit code that it was told to end with; null where it was not. */
  readonly stoppedBy: number | null
}

async function make(
  { asked, planned, writer, terminal, tell }: Work,
  ended: ReadonlyMap<number, ExperimentRunEnd>,
  makeWorker: MakeWorker,
): Promise<Made> {
  const { plan, jobs } = asked
  const now = () => performance.now()
  const prognosis = createPrognosis(now)
  let [runs, failed] = [0, 0]
  let stoppedBy: number | null = null
  let fault: Text | null = null
  let taking = Promise.resolve()

  async function take(taken: readonly ExperimentRun[]): Promise<void> {
    const rows = taken.map((run) => {
      const { config, setup } = planned.at(run.index)
      return { index: run.index, row: rowOf(run, config, planned.varied, setup) }
    })
    for (const { index, row } of rows) {
      const written = fault === null ? ((await writer?.add(index, row)) ?? ok()) : ok()
      if (!written.ok) {
        fault = written.error.text
        void making.stop()
      }
    }
    if (fault !== null) return
    await tell(rows.map(({ row }) => row))
    const left = planned.count - ended.size - runs - taken.length
    const first = runs === 0 ? taken.find(({ seconds }) => seconds > 0) : undefined
    if (first && left > 0)
      terminal.warn(
        text('sweepCommand.estimate', { runs: left, jobs, seconds: (first.seconds * left) / jobs }),
      )
    runs += taken.length
    failed += taken.filter(({ end }) => end === 'failed').length
    prognosis.ended(taken.length)
    terminal.progress(
      text('sweepCommand.progress', {
        ...{ made: planned.count - left, runs: planned.count },
        seconds: left === 0 ? null : prognosis.secondsLeft(left),
      }),
    )
  }

  const pool = createWorkerPool({
    make: makeWorker,
    size: jobs,
    later: (action, milliseconds) => void setTimeout(action, milliseconds).unref(),
    // What becomes of a process is told by what becomes of its runs.
    log: { error: () => {} },
  })
  const making = makeRuns({
    ...{ plan, ended, pool },
    onRuns: (taken) => {
      taking = taking.then(() => take(taken))
    },
  })
  const callOff = terminal.onStop((exitCode) => {
    stoppedBy = exitCode
    void making.stop()
  })
  const end = await making.ended
  pool.end()
  await taking
  callOff()
  terminal.progress(null)
  return { end: fault === null ? end : { kind: 'failed', why: fault }, runs, failed, stoppedBy }
}

/** Puts the table in order, and says what came of it. */
async function conclude(
  { asked: { save }, planned, writer, terminal }: Work,
  kept: number,
  { end, runs, failed, stoppedBy }: Made,
): Promise<number> {
  if (end.kind === 'failed') terminal.warn(whyNot(end.why))
  const finished = (await writer?.finish()) ?? ok()
  if (!finished.ok && end.kind !== 'failed') terminal.warn(finished.error.text)
  if (failed > 0) terminal.warn(text('sweepCommand.someFailed', { runs: failed }))
  if (save !== null && finished.ok)
    terminal.warn(
      text('sweepCommand.saved', { name: basename(save), runs: kept + runs, kept, all: planned.count }),
    )
  if (end.kind === 'failed' || !finished.ok || failed > 0) return EXIT.failed
  return stoppedBy ?? EXIT.done
}

/** Why no more runs are made: of processes that do not start the app has a log, and a command another command. */
function whyNot(why: Text): Text {
  return why.id === text('experimentRuns.noWorker').id ? text('sweepCommand.noProcess') : why
}
