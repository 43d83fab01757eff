import { useAppState, useSay, useWorld } from '../../app-world'
import { configInForce } from '../../store/selectors/selectors'
import { formatSetting } from '../../store/words/format'
import { parseNumber } from '../../store/words/parse-number'

/** Powers of ten at the slider's ends: where learning rates are tried. The field takes all that is allowed. */
const LEAST = -4
const MOST = 0

/** The learning rate at a place of the slider, in two significant digits. */
export function rateAt(place: number): number {
  return Number((10 ** place).toPrecision(2))
}

/** The slider's place for a learning rate. */
export function placeOf(rate: number): number {
  return rate > 0 ? Math.min(Math.max(Math.log10(rate), LEAST), MOST) : LEAST
}

/** Slides the learning rate over four powers of ten. */
export function LearningRateSlider() {
  const { commands } = useWorld()
  const say = useSay()
  const place = useAppState((state) => {
    const typed = parseNumber(state.draft.texts.learningRate ?? '')
    return placeOf(typed > 0 ? typed : configInForce(state).training.learningRate)
  })
  return (
    <input
      type="range"
      className="slider"
      data-testid="learning-rate-slider"
      aria-label={say('settingsPanel.rateSlider')}
      aria-valuetext={formatSetting(rateAt(place))}
      min={LEAST}
      max={MOST}
      step={0.02}
      value={place}
      onChange={(event) =>
        commands.editSetting('learningRate', formatSetting(rateAt(Number(event.target.value))))
      }
    />
  )
}
