import { useRef } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { LayerChoice } from '../frame/LayerChoice'
import { useInside } from '../frame/use-inside'
import { ViewCard } from '../frame/ViewCard'
import { Falloff } from './Falloff'
import { diagnosisOf } from './gradient-words'
import { Profile } from './Profile'
import { Triangle, triangleTable } from './Triangle'

/** The gradient through time: how far each loss reaches back, what arrives, and how fast it falls off. */
export function GradientView() {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  const layer = useAppState(shownLayer)
  const known = useInside({ kind: 'gradient', layer }, place)
  const found = known?.found
  const gradient = found && 'value' in found ? found.value : null
  const { timeSteps = 0, rows = [], reach = null, slope = null } = gradient ?? {}
  return (
    <div ref={place} className="inside-cards">
      <ViewCard
        testId="inside-gradient"
        title={say('gradient.title')}
        summary={gradient ? say(diagnosisOf(gradient)) : undefined}
        help={say('gradient.help')}
        controls={<LayerChoice />}
        table={gradient && (() => triangleTable(gradient))}
      >
        {found && 'problem' in found && (
          <p className="problem" role="alert">
            {say(found.problem)}
          </p>
        )}
        {gradient && reach !== null && (
          <p className="reading" data-testid="gradient-figures">
            {say('gradient.figures', { slope, reach, most: timeSteps - 1 })}
          </p>
        )}
        {gradient && <Triangle gradient={gradient} />}
        {rows.length < timeSteps && (
          <p data-testid="gradient-sampled">
            {say('gradient.sampled', { rows: rows.length, steps: timeSteps })}
          </p>
        )}
      </ViewCard>
      {gradient && <Profile gradient={gradient} />}
      {gradient && <Falloff gradient={gradient} />}
    </div>
  )
}
