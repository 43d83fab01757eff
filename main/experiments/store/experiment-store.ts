import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExperimentId, ExperimentPlan } from '@contract/experiment/experiment'
import { runCount } from '@contract/experiment/plan-runs'
import { text } from '@contract/language/texts'
import { readKept, type Tell } from '../../base/json-file'
import { namesInKept, outOfTheWay } from '../../base/kept-folder'
import type { Log } from '../../base/log'
import { writeDurably } from '../../disk/own-file'
import { isThere } from '../../disk/own-folder'
import { PLAN_FILE, readPlan, writtenPlan } from './plan-file'
import { openRunsFile, type RunsFile } from './runs-file'

const PLAN = 'plan.json'
const RUNS = 'made.runs'
/** A name of our own making. */
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** An experiment on the disk. */
export type KeptExperiment = {
  readonly id: ExperimentId
  readonly plan: ExperimentPlan
  readonly begunAt: number
  readonly serial: number
  /** Its runs: the first use looks for where they stand. */
  readonly runs: () => RunsFile
}

/** Experiments on the disk, a folder each: the plan in `plan.json`, and the runs that are made. */
export type ExperimentStore = {
  /** Newest first. */
  readonly all: () => readonly KeptExperiment[]
  readonly find: (id: ExperimentId) => KeptExperiment | undefined
  /** Whether all that lies there is listed: else more may be named in plans than is known. */
  readonly isComplete: boolean
  /** Keeps a plan. Throws the system's errors. */
  readonly add: (plan: ExperimentPlan, begunAt: number) => Promise<KeptExperiment>
  /** Removes an experiment for good. Throws the system's errors. */
  readonly drop: (id: ExperimentId) => Promise<void>
}

/** Opens the folder of experiments. No start depends on one: what is damaged is told, set aside and left out. */
export function openExperimentStore(
  folder: string,
  { log, tell }: { log: Log; tell: Tell },
): ExperimentStore {
  const found = findExperiments(folder, tell)
  let kept: readonly KeptExperiment[] = found.experiments
  // The app was killed before their plans were written.
  for (const stray of found.strays)
    rm(join(folder, stray), { recursive: true, force: true }).catch((error: unknown) =>
      log.error('a folder of no experiment was not removed', error),
    )
  return {
    all: () => kept,
    find: (id) => kept.find((one) => one.id === id),
    isComplete: found.isComplete,
    add: async (plan, begunAt) => {
      const id = randomUUID()
      const serial = (kept[0]?.serial ?? 0) + 1
      const place = join(folder, id)
      await writeDurably(join(place, PLAN), JSON.stringify({ serial, begunAt, plan: writtenPlan(plan) }))
      const added = { id, plan, begunAt, serial, runs: runsIn(place, plan) }
      kept = [added, ...kept]
      return added
    },
    drop: async (id) => {
      const gone = kept.find((one) => one.id === id)
      if (!gone) return
      kept = kept.filter((one) => one !== gone)
      await rm(join(folder, id), { recursive: true, force: true })
    },
  }
}

function runsIn(place: string, plan: ExperimentPlan): () => RunsFile {
  let runs: RunsFile | null = null
  return () => {
    runs ??= openRunsFile(join(place, RUNS), runCount(plan))
    return runs
  }
}

type Found = {
  readonly isComplete: boolean
  readonly experiments: readonly KeptExperiment[]
  /** Folders of our own naming without a plan. */
  readonly strays: readonly string[]
}

function findExperiments(folder: string, tell: Tell): Found {
  const names = namesInKept(folder, ID, text('keptData.experiments'), tell)
  const experiments: KeptExperiment[] = []
  const strays: string[] = []
  let isComplete = names !== null
  for (const id of names ?? []) {
    const place = join(folder, id)
    if (!isThere(join(place, PLAN))) {
      strays.push(id)
      continue
    }
    const file = readKept(join(place, PLAN), PLAN_FILE, text('keptData.experiment'), tell)
    const plan = file && readPlan(file.plan)
    if (file && plan?.ok) {
      const { serial, begunAt } = file
      experiments.push({ id, plan: plan.value, begunAt, serial, runs: runsIn(place, plan.value) })
      continue
    }
    isComplete = false
    const why = plan?.ok === false ? plan.error.text : text('keptRuns.descriptionDamaged')
    tell(text('experimentRuns.damaged', { why, next: outOfTheWay(place) }))
  }
  return { isComplete, experiments: experiments.sort((a, b) => b.serial - a.serial), strays }
}

/** What plans name of series, for whoever removes those that nobody names. */
export function namedBy(store: Pick<ExperimentStore, 'all' | 'isComplete'>) {
  return { plans: () => store.all().map(({ plan }) => plan), isComplete: store.isComplete }
}
