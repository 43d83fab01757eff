import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { inEnglish } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { OpenedProject, ReadProject, SavedProject } from '@contract/project/project'
import type { ProjectStanding, ProofStanding } from '@contract/project/standing'
import { fail, ok, type Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import type { Log } from '../base/log'
import { sameText } from '../base/same-text'
import { waitQuietly } from '../base/wait-quietly'
import type { FileDialogs } from '../files/dialogs'
import type { Loads } from '../files/loads'
import type { RecentFiles } from '../files/recent-files'
import { proposedProject } from '../files/weights-name'
import type { TrainerEvent } from '../host/checkpoint-parts'
import type { Ask } from '../host/trainer-host'
import type { KeptRuns } from '../runs/kept-runs'
import type { RunKeeper } from '../runs/run-keeper'
import type { RunMemory } from '../runs/run-memory'
import { type AutosaveChoice, createAutosavePace } from './autosave'
import { createFamilyFiles } from './family-files'
import { isChanged, markOf, NO_PROJECT, type ProjectNote, type ProjectNotes, stampOf } from './project-note'
import { createProjectProver, scopeAtOpening } from './project-prover'
import { createProjectSaver, strangerAt } from './project-saver'
import { askContents, type Contents } from './save-questions'

/** The present run as a project: opened, saved, proven. */
export type Projects = {
  /** Takes in what the trainer tells, after whoever keeps runs; `memory` has it already. */
  readonly hear: (event: TrainerEvent) => void
  readonly standing: () => ProjectStanding | null
  /**
   * Opens the run of a project file in the place of the present one, which is set aside, and lets its last segment prove
   * itself, or all of a small one. Null: it was called off.
   */
  readonly open: (path: string, ask: Ask) => Promise<Result<OpenedProject | null>>
  /** Saves the present run to its file, or where a person says; null where they did not. */
  readonly save: (run: RunId, where: 'its-file' | 'elsewhere') => Promise<Result<SavedProject | null>>
  readonly keepNotes: (run: RunId, notes: string) => Result<void>
  /** Begins to prove all of the project file. */
  readonly proveAll: (run: RunId) => Result<void>
  readonly cancelProof: () => void
  readonly setAutosave: (on: boolean) => void
  /** Saves what is still to be saved by itself; the app ends. */
  readonly settle: () => Promise<void>
}

/** What projects go through. */
export type ProjectEnds = {
  readonly ask: Ask
  readonly tell: (name: 'cancelProof') => void
  readonly memory: () => RunMemory
  readonly keeper: Pick<RunKeeper, 'keep' | 'list'>
  /** Where the files of the runs of a family lie, and where they are put. */
  readonly files: KeptRuns['files']
  /** Removes what lies in the folder of a run that was not opened after all. */
  readonly forget: KeptRuns['forget']
  readonly recordOf: (run: RunId) => string
  readonly notes: ProjectNotes
  readonly autosave: AutosaveChoice
  readonly dialogs: Pick<FileDialogs, 'askSavePath' | 'agrees' | 'choose'>
  readonly recent: Pick<RecentFiles, 'add'>
  readonly loads: Pick<Loads, 'follow'>
  readonly onStanding: (standing: ProjectStanding | null) => void
  /** What nobody asked for has failed. */
  readonly onFailure: (why: Text) => void
  /** Milliseconds since some fixed moment. */
  readonly now: () => number
  readonly later?: (action: () => void, milliseconds: number) => void
  readonly log: Log
}

type Present = { readonly id: RunId; readonly note: ProjectNote; readonly proof: ProofStanding | null }

export function createProjects(ends: ProjectEnds): Projects {
  const { ask, tell, memory, keeper, recordOf, notes, autosave, dialogs, recent, loads, now, log } = ends
  const later = ends.later ?? waitQuietly
  const family = createFamilyFiles(ends)
  const saver = createProjectSaver({ ask, memory, flush: keeper.keep, recordOf, family: family.members })
  const pace = createAutosavePace(now)
  const prover = createProjectProver(tell, (id) => (id === present?.id ? present.proof : null), becomeProof)
  let present: Present | null = null
  let told: ProjectStanding | null = null
  let isWaiting = false
  let isSaving = false
  /** What was last said of a save that nobody asked for; null when one has gone well since. */
  let failure: Text | null = null

  function changed({ id, note }: Present): boolean {
    const { state } = memory()
    return state?.id === id && isChanged(state, note)
  }

  function tellStanding() {
    if (!present) return
    const { id: runId, note, proof } = present
    const isSame = told?.runId === runId && told.notes === note.notes && told.proof === proof
    const file = note.path === null ? null : { name: basename(note.path), changed: changed(present) }
    if (isSame && told?.file?.name === file?.name && told?.file?.changed === file?.changed) return
    told = { runId, file, notes: note.notes, proof }
    ends.onStanding(told)
  }

  /** Keeps what has become known of a run, whether or not it is the present one still. */
  function become(id: RunId, change: Partial<ProjectNote>): ProjectNote {
    const note = { ...(id === present?.id ? present.note : notes.read(id)), ...change }
    notes.write(id, note)
    if (id === present?.id) present = { ...present, note }
    tellStanding()
    return note
  }

  function becomeProof(id: RunId, proof: ProofStanding | null) {
    if (id === present?.id) present = { ...present, proof }
    tellStanding()
  }

  function opened(id: RunId) {
    if (id === present?.id) return
    prover.end()
    failure = null
    present = { id, note: notes.read(id), proof: null }
  }

  /** Writes the file, and keeps what is in it. */
  async function write(id: RunId, path: string, { series, family }: Contents) {
    // A file that is being read cannot be replaced everywhere.
    prover.end()
    const began = now()
    const choices = () => ({
      series,
      family,
      notes: (present?.id === id ? present.note : notes.read(id)).notes,
    })
    const written = await saver.save(id, path, choices)
    pace.ended(now() - began)
    if (!written.ok) return written
    if (written.value.report.family.unread === 0) failure = null
    become(id, { path, readOnly: false, series, family, saved: written.value.saved })
    return ok(written.value.report)
  }

  function mayAutosave(): boolean {
    if (!present || present.note.path === null || present.note.readOnly || !autosave.on()) return false
    const { state } = memory()
    return state?.id === present.id && state.phase !== 'training' && changed(present)
  }

  function considerAutosave() {
    if (isWaiting || isSaving || !mayAutosave()) return
    const wait = pace.wait()
    if (wait === 0) return void saveByItself()
    isWaiting = true
    later(() => {
      isWaiting = false
      considerAutosave()
    }, wait)
  }

  async function saveByItself() {
    if (!present || present.note.path === null) return
    const { id, note } = present
    const stranger = strangerAt(note)
    // What stands there now may be all that there is of somebody's work.
    if (stranger) return failOnce(text(STRANGERS[stranger.kind], { name: stranger.name }))
    isSaving = true
    const written = await write(id, present.note.path, note)
    isSaving = false
    if (written.ok) {
      const { name, family: of } = written.value
      if (of.unread > 0) failOnce(text('projects.familyUnread', { name, count: of.unread }))
      return considerAutosave()
    }
    const { code, text: why } = written.error
    // A run is there a moment before the trainer can be asked of it: at the next turn it can.
    if (code === 'trainer-not-ready') return considerAutosave()
    if (code !== 'no-run' && code !== 'trainer-gone') failOnce(why)
  }

  function failOnce(why: Text) {
    if (sameText(failure, why)) return
    failure = why
    log.error(inEnglish(why))
    ends.onFailure(why)
  }

  async function saveAs(id: RunId): Promise<Result<SavedProject | null>> {
    const { description, state } = memory()
    if (description?.id !== id || !state) return fail('no-run', text('trainer.otherRun'))
    const known = present?.id === id ? present.note : NO_PROJECT
    const chosen = await askContents(state, family.of(id), dialogs)
    if (chosen === undefined) return ok(null)
    const isOurs = known.path !== null && !known.readOnly
    const name = isOurs ? basename(known.path) : proposedProject(description, state)
    const choice = { format: 'project', script: false } as const
    const path = await dialogs.askSavePath({ title: text('dialogs.saveProject'), name, choice })
    return path === undefined ? ok(null) : saveTo(id, path, chosen)
  }

  async function saveTo(id: RunId, path: string, chosen: Contents) {
    const { path: own, readOnly } = present?.id === id ? present.note : NO_PROJECT
    if (readOnly && own !== null && resolve(path) === resolve(own))
      return fail('file-not-written', text('projects.readOnly', { name: basename(path) }))
    const saved = await write(id, path, chosen)
    if (saved.ok) recent.add(path, 'project')
    return saved
  }

  /** What the run of a project brings along, once it is open. */
  function take(path: string, { runId, notes: written, series, family: of, newer }: ReadProject) {
    const { state } = memory()
    const stamp = stampOf(path)
    const note = { ...NO_PROJECT, path, readOnly: newer !== null, series, family: of, notes: written }
    const mark = state?.id === runId ? markOf(state, note) : ''
    const saved = state?.id === runId && stamp ? { update: state.updatesDone, mark, stamp } : null
    become(runId, { ...note, saved })
  }

  return {
    hear: (event) => {
      if (event.name === 'runOpened') opened(event.payload.id)
      if (event.name !== 'runOpened' && event.name !== 'runChanged' && event.name !== 'updates') return
      tellStanding()
      if (event.name === 'runChanged') considerAutosave()
    },
    standing: () => told,
    open: async (path, asking) => {
      const runId = randomUUID()
      const record = recordOf(runId)
      const places = family.places()
      const answer = await loads.follow(path, asking('openProject', { path, runId, record, family: places }))
      if (!answer.ok || !answer.value) {
        // What it has left of itself, if anything.
        await ends.forget(runId)
        await family.keep(places, null)
        return answer.ok ? ok(null) : answer
      }
      recent.add(path, 'project')
      take(path, answer.value)
      void prover.prove(runId, path, scopeAtOpening(memory().description, answer.value), asking)
      const { branches, ...opened } = answer.value
      return ok({ ...opened, branches: await family.keep(places, { name: opened.name, branches }) })
    },
    save: async (id, where) => {
      const note = present?.id === id ? present.note : null
      if (where === 'elsewhere' || !note || note.path === null || note.readOnly) return saveAs(id)
      const stranger = strangerAt(note)
      if (stranger?.kind === 'changed') {
        const question = text('projects.replaceChanged', { name: stranger.name })
        if (!(await dialogs.agrees(question, text('dialogs.replace')))) return ok(null)
      }
      return saveTo(id, note.path, note)
    },
    keepNotes: (id, written) => {
      if (id !== present?.id) return fail('no-run', text('trainer.otherRun'))
      become(id, { notes: written })
      keeper.list.tell()
      considerAutosave()
      return ok()
    },
    proveAll: (id) => {
      if (id !== present?.id || present.note.path === null) return fail('no-run', text('trainer.otherRun'))
      void prover.prove(id, present.note.path, 'all', ask)
      return ok()
    },
    cancelProof: prover.end,
    setAutosave: (on) => {
      autosave.set(on)
      considerAutosave()
    },
    settle: async () => {
      await saver.settled()
      if (mayAutosave()) await saveByItself()
    },
  }
}

const STRANGERS = { changed: 'projects.notByItself', gone: 'projects.goneByItself' } as const
