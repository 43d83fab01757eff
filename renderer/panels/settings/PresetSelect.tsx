import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { SETTINGS } from '@contract/settings/settings'
import { useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import {
  changedFromEntry,
  currentEntry,
  hasOtherColumns,
  isModified,
  lookedAt,
} from '../../store/selectors/preset-selectors'
import type { AppState } from '../../store/state/app-state'
import { ENTRIES, ENTRY_GROUPS, type Entry } from '../../store/words/preset-list'

/** More names than these are no line any more. */
const NAMED = 2

/** What was changed of a preset, in a few words. */
export function changeText(labels: readonly Text[]): Text {
  if (labels.length === 0) return text('settingsPanel.modified')
  if (labels.length > NAMED) return text('settingsPanel.modifiedMany', { count: labels.length })
  return text('settingsPanel.modifiedIn', { labels })
}

function changedLabels(state: AppState): Text[] {
  const labels = changedFromEntry(state).map((name) => SETTINGS[name].label)
  return hasOtherColumns(state) ? [text('settingsPanel.columns'), ...labels] : labels
}

/** What Apply does and Cancel leaves, for a preset that is only looked at. */
function ApplyPreset({ onDone }: { readonly onDone: () => void }) {
  const { commands, store } = useWorld()
  const say = useSay()
  const learned = useAppState((state) => state.hasCurves)
  return (
    <div className="preset-apply" data-testid="preset-apply-row">
      <button
        type="button"
        className="button small waiting"
        data-testid="preset-apply"
        aria-describedby="preset-apply-note"
        onClick={() => {
          onDone()
          void commands.applyPreset()
        }}
      >
        {say('settingsPanel.apply')}
      </button>
      <button
        type="button"
        className="button small quiet"
        data-testid="preset-cancel"
        onClick={() => {
          onDone()
          store.getState().lookAtEntry(null)
        }}
      >
        {say('settingsPanel.cancel')}
      </button>
      <span id="preset-apply-note" className="preset-apply-note">
        {say(learned ? 'settingsPanel.startsNewRun' : 'settingsPanel.notInForce')}
      </span>
    </div>
  )
}

const GROUP_LABELS: { readonly [Group in Entry['group']]: Text } = {
  lesson: text('settingsPanel.lessonGroup'),
  series: text('settingsPanel.seriesGroup'),
  table: text('settingsPanel.tableGroup'),
}

/** The entries of the list in their groups; what a person has brought along is there while it is learned. */
function EntryOptions({ present }: { readonly present: Entry }) {
  const say = useSay()
  const all = present.group === 'table' ? [...ENTRIES, present] : ENTRIES
  return ENTRY_GROUPS.map((group) => {
    const entries = all.filter((entry) => entry.group === group)
    return (
      entries.length > 0 && (
        <optgroup key={group} label={say(GROUP_LABELS[group])}>
          {entries.map(({ id, label }) => (
            <option key={id} value={id}>
              {say(label)}
            </option>
          ))}
        </optgroup>
      )
    )
  })
}

/**
 * Which program of the lesson or which series the settings are for, what it is and what to watch in it. Going through
 * the list, by keys, letters or the wheel, only looks: an entry comes into force by Apply, and Escape goes back.
 */
export function PresetSelect() {
  const { store } = useWorld()
  const say = useSay()
  const select = useRef<HTMLSelectElement>(null)
  const present = useAppState(currentEntry)
  const entry = useAppState((state) => lookedAt(state) ?? currentEntry(state))
  const looking = useAppState((state) => lookedAt(state) !== null)
  const modified = useAppState((state) => isModified(state) && lookedAt(state) === null)
  const change = useAppState((state) => say(changeText(changedLabels(state))))
  const changes = useAppState((state) => say('settingsPanel.labels', { labels: changedLabels(state) }))
  return (
    <section className="preset" aria-label={say('settingsPanel.preset')}>
      <div className="preset-head">
        <label className="settings-title" htmlFor="preset">
          {say('settingsPanel.preset')}
        </label>
        {modified && (
          <span className="preset-modified" data-testid="preset-modified" title={changes}>
            {change}
          </span>
        )}
      </div>
      <select
        ref={select}
        id="preset"
        data-testid="preset"
        className="select"
        aria-describedby="preset-note"
        value={entry.id}
        onKeyDown={(event) => {
          if (event.key === 'Escape') store.getState().lookAtEntry(null)
        }}
        onChange={(event) => {
          const chosen = [...ENTRIES, present].find(({ id }) => id === event.target.value)
          if (chosen) store.getState().lookAtEntry(chosen.id)
        }}
      >
        <EntryOptions present={present} />
      </select>
      {/* The button that was pressed goes: without this the focus would be nowhere. */}
      {looking && <ApplyPreset onDone={() => select.current?.focus()} />}
      <div id="preset-note" className="preset-note">
        <p className="preset-source" data-testid="preset-source" title={say(entry.what)}>
          {say(entry.what)}
        </p>
        {entry.watch && (
          <p className="preset-watch" data-testid="preset-watch">
            {/* What to watch in a series is still true of it when it is tried in another way. */}
            {modified && entry.group === 'lesson' ? say('settingsPanel.mayDiffer') : say(entry.watch)}
          </p>
        )}
      </div>
    </section>
  )
}
