import { PRESETS } from '@contract/settings/presets'
import { useAppState, useWorld } from '../../app-world'
import { changedFromPreset, currentPreset, isModified } from '../../store/preset-selectors'
import { settingLabel } from '../../store/settings-draft'

/** More names than these are no line any more. */
const NAMED = 2

/** What was changed of a preset, in a few words. */
export function changeWords(labels: readonly string[]): string {
  if (labels.length === 0) return 'modified'
  if (labels.length > NAMED) return `modified: ${labels.length} settings`
  return `modified: ${labels.join(', ').toLowerCase()}`
}

/** Which of the tutorial programs the settings are, where it comes from and what to watch in it. */
export function PresetSelect() {
  const { commands } = useWorld()
  const preset = useAppState(currentPreset)
  const modified = useAppState(isModified)
  const change = useAppState((state) => changeWords(changedFromPreset(state).map(settingLabel)))
  const changes = useAppState((state) => changedFromPreset(state).map(settingLabel).join(', '))
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
        id="preset"
        data-testid="preset"
        className="select"
        aria-describedby="preset-note"
        value={preset.id}
        onChange={(event) => {
          const chosen = PRESETS.find(({ id }) => id === event.target.value)
          if (chosen) void commands.choosePreset(chosen.id)
        }}
      >
        {PRESETS.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <div id="preset-note" className="preset-note">
        <p className="preset-source" data-testid="preset-source" title={preset.source}>
          {preset.source}
        </p>
        <p className="preset-watch" data-testid="preset-watch">
          {preset.watch}
        </p>
      </div>
    </section>
  )
}
