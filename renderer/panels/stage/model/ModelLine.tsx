import { useAppState, useSay } from '../../../app-world'

/** The model in one line, for when the curves have taken the place of the card. */
export function ModelLine() {
  const say = useSay()
  const description = useAppState((state) => state.description)
  if (!description) return null
  return (
    <p className="model-line">
      <code data-testid="model-summary">{description.summary}</code>
      <span>{say('stage.parameterCount', { count: description.parameterCount })}</span>
    </p>
  )
}
