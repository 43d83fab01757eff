import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { PRESETS } from '@contract/settings/presets'
import { SETTINGS } from '@contract/settings/settings'
import { useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import {
  changedFromPreset,
  currentPreset,
  isModified,
  lookedAt,
} from '../../store/selectors/preset-selectors'
import type { AppState } from '../../store/state/app-state'

/** More names than these are no line any more. */
const NAMED = 2

/** What was changed of a preset, in a few words. */
export function changeText(labels: readonly Text[]): Text {
  if (labels.length === 0) return text('settingsPanel.modified')
  if (labels.length > NAMED) return text('settingsPanel.modifiedMany', { count: labels.length })
  return text('settingsPanel.modifiedIn', { labels })
}

function changedLabels(state: AppState): Text[] {
  return changedFromPreset(state).map((name) => SETTINGS[name].label)
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
          store.getState().lookAtPreset(null)
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

/**
 * Which of the tutorial programs the settings are, where it comes from and what to watch in it. Going through the list,
 * by keys, letters or the wheel, only looks: a preset comes into force by Apply, and Escape goes back.
 */
export function PresetSelect() {
  const { store } = useWorld()
  const say = useSay()
  const select = useRef<HTMLSelectElement>(null)
  const preset = useAppState((state) => lookedAt(state) ?? currentPreset(state))
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
            {say(label)}
          </option>
        ))}
      </select>
      {/* The button that was pressed goes: without this the focus would be nowhere. */}
      {looking && <ApplyPreset onDone={() => select.current?.focus()} />}
      <div id="preset-note" className="preset-note">
        <p className="preset-source" data-testid="preset-source" title={say(preset.source)}>
          {say(preset.source)}
        </p>
        <p className="preset-watch" data-testid="preset-watch">
          {modified ? say('settingsPanel.mayDiffer') : say(preset.watch)}
        </p>
      </div>
    </section>
  )
}
