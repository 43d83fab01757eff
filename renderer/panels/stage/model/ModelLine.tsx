import { counted } from '@contract/words'
import { useAppState } from '../../../app-world'

/** The model in one line, for when the curves have taken the place of the card. */
export function ModelLine() {
  const description = useAppState((state) => state.description)
  if (!description) return null
  return (
    <p className="model-line">
      <code data-testid="model-summary">{description.summary}</code>
      <span>{counted(description.parameterCount, 'parameter')}</span>
    </p>
  )
}
