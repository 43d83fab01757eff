import { useSay } from '../../app-world'

/** Whether a loss is drawn on a logarithmic axis. */
export function LogarithmicCheck({
  testId,
  checked,
  onChange,
}: {
  readonly testId: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const say = useSay()
  return (
    <label className="check">
      <input
        type="checkbox"
        data-testid={testId}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {say('stage.logarithmic')}
    </label>
  )
}
