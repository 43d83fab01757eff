import type { InsideGradient } from '@contract/inside/gradient'
import { text } from '@contract/language/texts'
import { useMemo } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { Cross } from '../../../plots/Cross'
import { Line } from '../../../plots/Line'
import { decadesAround } from '../../../plots/numbers/decades'
import { Plot } from '../../../plots/Plot'
import { Wall } from '../../../plots/Wall'
import { stepNumbers, timeStepAxis } from '../frame/time-step-axis'
import { useStepPointing } from '../frame/use-step-pointing'
import { ViewCard } from '../frame/ViewCard'
import { WallNote } from './Triangle'

const HEIGHT = 180

/** The gradient of the whole loss by the hidden state after each time step. */
export function Profile({ gradient: { profile, timeSteps } }: { readonly gradient: InsideGradient }) {
  const say = useSay()
  const step = useAppState((state) => state.insideStep)
  const { pin: _, ...pointing } = useStepPointing(timeSteps)
  const steps = useMemo(() => stepNumbers(timeSteps), [timeSteps])
  const x = useMemo(() => timeStepAxis(timeSteps, say('inside.timeStep')), [timeSteps, say])
  const y = useMemo(() => {
    const extent = decadesAround(profile)
    return extent && { extent, name: say('gradient.profileAxis'), kind: 'log' as const }
  }, [profile, say])
  if (!y) return null
  const isThere = step !== null && step < timeSteps
  return (
    <ViewCard
      testId="inside-gradient-profile"
      title={say('gradient.profileTitle')}
      help={say('gradient.profileHelp')}
      table={() => ({
        columns: [text('inside.timeStep'), text('gradient.profileAxis')],
        rows: Array.from(profile, (norm, t) => [t + 1, norm]),
      })}
    >
      <p className="reading" data-testid="gradient-profile-reading" aria-live="polite">
        {isThere
          ? say('gradient.profileReading', { step: step + 1, norm: profile[step] ?? Number.NaN })
          : say('gradient.hint')}
      </p>
      <Plot
        {...{ x, y }}
        height={HEIGHT}
        label={say('gradient.profilePicture')}
        testId="gradient-profile"
        {...pointing}
      >
        <Line x={steps} y={profile} colour="var(--norm)" width={2} />
        <Wall />
        <Cross x={isThere ? step : null} />
      </Plot>
      <WallNote />
    </ViewCard>
  )
}
