import { PRESETS } from '@contract/settings/presets'
import { SETTINGS } from '@contract/settings/settings'
import { counted } from '@contract/words'
import { useRef } from 'react'
import { useAppState, useWorld } from '../../app-world'
import {
  changedFromPreset,
  currentPreset,
  isModified,
  lookedAt,
} from '../../store/selectors/preset-selectors'
import type { AppState } from '../../store/state/app-state'

/** What is told of a program holds for its own settings alone. */
const CHANGED = 'With other settings than the program’s, the run may go another way.'

/** More names than these are no line any more. */
const NAMED = 2

/** What was changed of a preset, in a few words. */
export function changeWords(labels: readonly string[]): string {
  if (labels.length === 0) return 'modified'
  if (labels.length > NAMED) return `modified: ${counted(labels.length, 'setting')}`
  return `modified: ${labels.join(', ').toLowerCase()}`
}

function changedLabels(state: AppState): string[] {
  return changedFromPreset(state).map((name) => SETTINGS[name].label)
}

/** What Apply does and Cancel leaves, for a preset that is only looked at. */
function ApplyPreset({ onDone }: { readonly onDone: () => void }) {
  const { commands, store } = useWorld()
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
        Apply
      </button>
      <button
        type="button"
        className="button small quiet"
        data-testid="preset-cancel"
        onClick={() => {
          onDone()
          store.getState().lookAtPreset(null)
        }}
      >
        Cancel
      </button>
      <span id="preset-apply-note" className="preset-apply-note">
        {learned ? 'starts a new run' : 'not in force yet'}
      </span>
    </div>
  )
}

/**
 * Which of the tutorial programs the settings are, where it comes from and what to watch in it. Going through the list,
 * by keys, letters or the wheel, only looks: a preset comes into force by Apply, and Escape goes back.
 */
export function PresetSelect() {
  const { store } = useWorld()
  const select = useRef<HTMLSelectElement>(null)
  const preset = useAppState((state) => lookedAt(state) ?? currentPreset(state))
  const looking = useAppState((state) => lookedAt(state) !== null)
  const modified = useAppState((state) => isModified(state) && lookedAt(state) === null)
  const change = useAppState((state) => changeWords(changedLabels(state)))
  const changes = useAppState((state) => changedLabels(state).join(', '))
  return (
    <section className="preset" aria-label="Preset">
      <div className="preset-head">
        <label className="settings-title" htmlFor="preset">
          Preset
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
        value={preset.id}
        onKeyDown={(event) => {
          if (event.key === 'Escape') store.getState().lookAtPreset(null)
        }}
        onChange={(event) => {
          const chosen = PRESETS.find(({ id }) => id === event.target.value)
          if (chosen) store.getState().lookAtPreset(chosen.id)
        }}
      >
        {PRESETS.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {/* The button that was pressed goes: without this the focus would be nowhere. */}
      {looking && <ApplyPreset onDone={() => select.current?.focus()} />}
      <div id="preset-note" className="preset-note">
        <p className="preset-source" data-testid="preset-source" title={preset.source}>
          {preset.source}
        </p>
        <p className="preset-watch" data-testid="preset-watch">
          {modified ? CHANGED : preset.watch}
        </p>
      </div>
    </section>
  )
}
