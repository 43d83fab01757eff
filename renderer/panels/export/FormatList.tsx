import { EXPORT_FORMATS, type ExportFormat } from '@contract/files/weight-formats'
import { useAppState, useSay, useWorld } from '../../app-world'
import { exportObstacle, FORMATS } from '../../store/slices/export-slice'

function FormatOption({ format }: { readonly format: ExportFormat }) {
  const { store } = useWorld()
  const say = useSay()
  const { label, ending, purpose } = EXPORT_FORMATS[format]
  const chosen = useAppState((state) => state.exportChoice.format === format)
  const obstacle = useAppState((state) => {
    const why = exportObstacle(state, format)
    return why && say(why)
  })
  const writing = useAppState((state) => state.exportStage.kind === 'writing')
  return (
    <label className="format" data-testid={`format-${format}`}>
      <input
        type="radio"
        name="export-format"
        value={format}
        checked={chosen}
        disabled={obstacle !== null || writing}
        aria-describedby={`format-${format}-note`}
        onChange={() => store.getState().chooseExport({ format })}
      />
      <span className="format-name">
        {say(label)} <code className="format-ending">{ending}</code>
      </span>
      <span id={`format-${format}-note`} className="format-note">
        {/* The reason stands below for the one that is chosen. */}
        {obstacle === null || chosen ? say(purpose) : obstacle}
      </span>
    </label>
  )
}

/** The formats, and what each is for or why it is not to be had. */
export function FormatList() {
  const say = useSay()
  return (
    <fieldset className="formats">
      <legend className="visually-hidden">{say('exports.format')}</legend>
      {FORMATS.map((format) => (
        <FormatOption key={format} format={format} />
      ))}
    </fieldset>
  )
}
