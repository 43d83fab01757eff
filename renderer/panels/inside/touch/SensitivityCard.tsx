import type { InsideSensitivity } from '@contract/inside/tables'
import { text } from '@contract/language/texts'
import { useMemo, useRef } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { Cross } from '../../../plots/Cross'
import { Heat } from '../../../plots/Heat'
import { Plot } from '../../../plots/Plot'
import { DIVERGING } from '../../../plots/palette'
import { mayTouch } from '../../../store/selectors/inside/touching'
import { timeStepAxis } from '../frame/time-step-axis'
import { useInside } from '../frame/use-inside'
import { useStepPointing } from '../frame/use-step-pointing'
import { useWindowColumns } from '../frame/use-window-columns'
import { ViewCard, type ViewTable } from '../frame/ViewCard'

const HEIGHT = { around: 42, perColumn: 26 }

/** Where the prediction answers most; null where it answers to nothing. */
function greatest({ byInputs }: InsideSensitivity) {
  let most = { column: 0, at: 0, slope: 0 }
  for (const [column, slopes] of byInputs.entries())
    for (const [at, slope] of slopes.entries())
      if (Math.abs(slope) > Math.abs(most.slope)) most = { column, at, slope }
  return most.slope === 0 ? null : most
}

function tableOf({ byInputs }: InsideSensitivity, names: readonly string[]): ViewTable {
  return {
    columns: [text('inside.timeStep'), ...byInputs.map((_, column) => names[column] ?? `${column + 1}`)],
    rows: Array.from(byInputs[0] ?? [], (_, t) => [t + 1, ...byInputs.map((slopes) => slopes[t] ?? null)]),
  }
}

/** How the prediction at the time step that is pointed at answers to everything that goes in, as light on the input. */
export function SensitivityCard() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const { output, facts } = useWindowColumns()
  const step = useAppState((state) => state.insideStep)
  const isOn = useAppState(mayTouch)
  const ask = useMemo(
    () => (isOn && step !== null ? ({ kind: 'sensitivity', timeStep: step, output } as const) : null),
    [isOn, step, output],
  )
  const known = useInside(ask, place)
  const told = known && 'value' in known.found ? known.found.value : null
  const names = facts?.inputs ?? []
  return (
    <ViewCard
      place={place}
      testId="inside-sensitivity"
      title={say('touch.sensitivity')}
      summary={summary()}
      help={say('touch.sensitivityHelp')}
      table={told && (() => tableOf(told, names))}
    >
      {known && 'problem' in known.found && (
        <p className="problem" role="alert">
          {say(known.found.problem)}
        </p>
      )}
      {told && <Light told={told} names={names} />}
    </ViewCard>
  )

  function summary(): string {
    if (!isOn) return say('touch.atRest')
    if (!told) return say('touch.sensitivityHint')
    const most = greatest(told)
    const at = { step: told.timeStep + 1 }
    if (!most) return say('touch.sensitivityNone', at)
    const column = names[most.column] ?? `${most.column + 1}`
    return say('touch.sensitivityTold', { ...at, column, at: most.at + 1, slope: most.slope })
  }
}

function Light({
  told: { byInputs, timeStep },
  names,
}: {
  readonly told: InsideSensitivity
  readonly names: readonly string[]
}) {
  const say = useSay()
  const timeSteps = byInputs[0]?.length ?? 0
  const columns = byInputs.length
  const cells = useMemo(() => Float32Array.from(byInputs.flatMap((slopes) => [...slopes])), [byInputs])
  const reach = useMemo(() => {
    const most = cells.reduce((so, slope) => Math.max(so, Math.abs(slope)), 0) || 1
    return { min: -most, max: most }
  }, [cells])
  const x = useMemo(() => timeStepAxis(timeSteps, say('inside.timeStep')), [timeSteps, say])
  const up = useMemo(() => ({ min: 0.5, max: columns + 0.5 }), [columns])
  const y = useMemo(() => {
    // The first column is at the top; of many every one is written that there is room for.
    const write = (value: number) => (names[columns - Math.round(value)] ?? '').slice(0, 7)
    const ticks = Array.from({ length: columns }, (_, column) => column + 1)
    return { extent: up, name: say('touch.inputColumns'), ticks, write }
  }, [up, names, columns, say])
  const { pin: _, ...pointing } = useStepPointing(timeSteps)
  return (
    <Plot
      {...{ x, y }}
      height={HEIGHT.around + HEIGHT.perColumn * columns}
      label={say('touch.sensitivityPicture', { step: timeStep + 1 })}
      testId="inside-light"
      {...pointing}
    >
      <Heat
        values={cells}
        rows={columns}
        columns={timeSteps}
        {...{ reach, up }}
        palette={DIVERGING}
        across={x.extent}
      />
      <Cross x={timeStep} />
    </Plot>
  )
}
