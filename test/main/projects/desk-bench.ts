import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '@contract/language/text'
import type { ProjectStanding } from '@contract/project/standing'
import type { Result } from '@contract/result'
import type { TrainerRequests } from '@contract/wire/trainer-wire'
import { createLoads } from '../../../main/files/loads'
import type { TrainerEvent } from '../../../main/host/checkpoint-parts'
import type { Ask } from '../../../main/host/trainer-host'
import { openAutosaveChoice } from '../../../main/projects/autosave'
import { createProjectNotes, type ProjectNotes } from '../../../main/projects/project-note'
import { createProjects } from '../../../main/projects/projects'
import { openKeptRuns } from '../../../main/runs/kept-runs'
import { NO_SESSION } from '../../../main/runs/last-session'
import { NOTHING_YET, remember } from '../../../main/runs/run-memory'
import { createJudgedBench } from '../trainer/judged-bench'
import { answered } from '../trainer/moment-bench'

const log = { info: () => {}, error: () => {} }
const tell = () => {}

/** Main's side of project files over a real trainer, a real folder of runs and real files; only the dialogs are answered here. */
export async function openDeskBench(folder: string) {
  const trainer = createJudgedBench()
  let memory = NOTHING_YET
  let heard = 0
  let now = 0
  let due: { action: () => void; at: number }[] = []
  const dialogs = {
    path: undefined as string | undefined,
    agrees: false,
    way: undefined as string | undefined,
  }
  const asked: string[] = []
  const standings: (ProjectStanding | null)[] = []
  const failures: Text[] = []
  const recent: string[] = []
  let written: ProjectNotes | null = null
  const { keeper, opened, recordOf, files, forget } = openKeptRuns(
    folder,
    { now: () => NO_SESSION },
    { plans: () => [], isComplete: true },
    log,
    {
      tell,
      noteOf: (run) => written?.firstLine(run) ?? '',
      onRuns: () => {},
      onSetAside: () => {},
      onTrouble: () => {},
    },
  )

  await opened

  /** Takes in what the trainer has told since, as the shell does. */
  function hear() {
    for (; heard < trainer.told.length; heard += 1) {
      const event = trainer.told[heard] as TrainerEvent
      memory = remember(memory, event)
      keeper.hear(event, memory)
      projects.hear(event)
    }
  }

  /** What the host answers in the trainer's place; null where it can be asked. */
  const refusal: { now: Result<never> | null } = { now: null }

  /** What is waited for: as long as there is any, not all has come to its end. */
  let underWay = 0
  async function awaited<T>(work: Promise<T>): Promise<T> {
    underWay += 1
    return work.finally(() => {
      underWay -= 1
    })
  }

  const ask = (async (name: keyof TrainerRequests, ...args: never[]) => {
    if (refusal.now && name === 'holdProject') return refusal.now
    const handler = trainer.trainer.byId[name] as (...given: never[]) => unknown
    const answer = await awaited(Promise.resolve(handler(...args)))
    hear()
    return answer
  }) as Ask
  const notes = createProjectNotes(recordOf, log, tell)
  written = notes
  const projects = createProjects({
    ask,
    tell: () => void trainer.trainer.byId.cancelProof(),
    memory: () => memory,
    keeper: { ...keeper, keep: () => awaited(keeper.keep()) },
    recordOf,
    files,
    forget,
    notes,
    autosave: openAutosaveChoice(join(folder, 'autosave.json'), log, tell),
    dialogs: {
      askSavePath: async ({ name }) => {
        asked.push(`save ${name}`)
        return dialogs.path
      },
      agrees: async ({ id }) => {
        asked.push(id)
        return dialogs.agrees
      },
      choose: async ({ id }) => {
        asked.push(id)
        return dialogs.way as never
      },
    },
    recent: { add: (path) => recent.push(path) },
    loads: createLoads(() => {}),
    onStanding: (standing) => standings.push(standing),
    onFailure: (why) => failures.push(why),
    now: () => now,
    later: (action, wait) => due.push({ action, at: now + wait }),
    log,
  })

  /** Lets the trainer work until it answers, and everybody hear of it. */
  async function until<T>(request: Promise<T> | T): Promise<T> {
    const answer = await answered(trainer, request)
    await settled()
    return answer
  }

  /** Lets all that is under way come to its end. */
  async function settled() {
    for (let quiet = 0; quiet < 5; quiet += 1) {
      const before = trainer.told.length
      trainer.runUntilIdle()
      hear()
      if (trainer.told.length > before || underWay > 0) quiet = 0
      // Files are written on threads of their own.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await answered(trainer, keeper.keep())
  }

  return {
    trainer: trainer.trainer,
    ask,
    projects,
    keeper,
    dialogs,
    refusal,
    asked,
    standings,
    failures,
    recent,
    memory: () => memory,
    id: () => memory.description?.id ?? '',
    /** What the list of runs says of the present one's notes. */
    noted: () => keeper.list.now().runs.find(({ id }) => id === memory.description?.id)?.note,
    file: () => projects.standing()?.file ?? null,
    until,
    settled,
    /** Lets so much time go by for saves that nobody asked for. */
    wait: async (milliseconds: number) => {
      now += milliseconds
      const ready = due.filter(({ at }) => at <= now)
      due = due.filter(({ at }) => at > now)
      for (const { action } of ready) action()
      await settled()
    },
    waiting: () => due.length,
    /** Folders of runs on the disk. */
    folders: () => readdirSync(join(folder, 'runs')),
  }
}

export type DeskBench = Awaited<ReturnType<typeof openDeskBench>>
