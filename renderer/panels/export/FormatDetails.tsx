import { EXPORT_FORMATS, type NameStyle } from '@contract/files/weight-formats'
import { gapAfter } from '@contract/language/chinese'
import { useCallback } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import type { AppState } from '../../store/state/app-state'
import { useLive, writeText } from '../use-live'
import { lacksText, tableText, weightsText } from './export-texts'

const NAMES: readonly (readonly [NameStyle, string])[] = [
  ['pytorch', 'PyTorch'],
  ['keras', 'Keras'],
]

function Names() {
  const { store } = useWorld()
  const say = useSay()
  const chosen = useAppState((state) => state.exportChoice.names)
  return (
    <fieldset className="format-names">
      <legend>{say('exports.namesOf')}</legend>
      {NAMES.map(([names, label]) => (
        <label key={names} className="check">
          <input
            type="radio"
            name="export-names"
            data-testid={`names-${names}`}
            checked={chosen === names}
            onChange={() => store.getState().chooseExport({ names })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function Script() {
  const { store } = useWorld()
  const say = useSay()
  const script = useAppState((state) => state.exportChoice.script)
  return (
    <label className="check">
      <input
        type="checkbox"
        data-testid="export-script"
        checked={script}
        onChange={(event) => store.getState().chooseExport({ script: event.target.checked })}
      />
      {say('exports.script')}
    </label>
  )
}

/** Which part of the run would be written if it were now; follows a run in training. */
function Extent() {
  const { history } = useWorld()
  const say = useSay()
  const draw = useCallback(
    (element: HTMLElement, state: AppState) => {
      const table = state.exportChoice.format === 'csv'
      writeText(element, say(table ? tableText(state, history) : weightsText(state)))
    },
    [history, say],
  )
  const ref = useLive<HTMLParagraphElement>(draw)
  return <p ref={ref} className="export-extent" data-testid="export-extent" />
}

/** What is to be known of the chosen format and chosen in it. */
export function FormatDetails() {
  const say = useSay()
  const choice = useAppState((state) => state.exportChoice)
  const { format } = choice
  const notIncluded = say('exports.notIncluded')
  return (
    <section className="format-details" aria-label={say(EXPORT_FORMATS[format].label)}>
      <p data-testid="format-lacks">
        <strong>{notIncluded}</strong>
        {gapAfter(notIncluded)}
        {say(lacksText(choice))}
      </p>
      {format === 'npz' && <Names />}
      {EXPORT_FORMATS[format].scripts && <Script />}
      <Extent />
    </section>
  )
}
