import type { DataReach, InsideImpulse, InsideMemory } from '@contract/inside/memory'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { NUMBERS } from '@contract/settings/numbers'
import { useMemo, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { mayTouch } from '../../../store/selectors/inside/touching'
import { useInside } from '../frame/use-inside'
import { useWindowColumns } from '../frame/use-window-columns'
import { ViewCard, type ViewTable } from '../frame/ViewCard'

const HEIGHT = { around: 42, perBar: 26 }
const BAR = 12

function needsText({ timeSteps: steps, isMore }: DataReach): Text {
  return isMore ? text('recall.more', { steps }) : text('recall.steps', { steps })
}

function keepsText({ keeps: steps, goesOn }: InsideImpulse): Text {
  if (steps === 0) return text('recall.nothing')
  return goesOn ? text('recall.more', { steps }) : text('recall.steps', { steps })
}

function tableOf({ impulses, capacity }: InsideMemory): ViewTable {
  const lags = impulses[0]?.responses.length ?? 0
  return {
    columns: [
      text('recall.lag'),
      ...impulses.map(({ share }) => text('recall.responseOf', { share })),
      text('recall.perLag'),
    ],
    rows: Array.from({ length: Math.max(lags, capacity?.perLag.length ?? 0) }, (_, lag) => [
      lag,
      ...impulses.map(({ responses }) => responses[lag] ?? null),
      capacity?.perLag[lag] ?? null,
    ]),
  }
}

/** How long the data, the window and the network remember, on one axis. */
export function MemoryCard() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const { input: column, output } = useWindowColumns()
  const layer = useAppState(shownLayer)
  const isOn = useAppState(mayTouch)
  const ask = useMemo(
    () => (isOn ? ({ kind: 'memory', column, output, layer } as const) : null),
    [isOn, column, output, layer],
  )
  const known = useInside(ask, place, 'slow')
  const told = known && 'value' in known.found ? known.found.value : null
  return (
    <ViewCard
      place={place}
      testId="inside-memory"
      title={say('recall.title')}
      summary={told ? say(toldText(told)) : say(isOn ? 'touch.computing' : 'touch.atRest')}
      help={say('recall.help')}
      table={told && (() => tableOf(told))}
    >
      {known && 'problem' in known.found && (
        <p className="problem" role="alert">
          {say(known.found.problem)}
        </p>
      )}
      {told && <Remembered told={told} />}
    </ViewCard>
  )
}

function toldText({ needs, sees, impulses: [least] }: InsideMemory): Text {
  const keeps = least ? keepsText(least) : text('recall.nothing')
  return text('recall.told', { needs: needs && needsText(needs), sees, keeps })
}

function Remembered({ told }: { readonly told: InsideMemory }) {
  const say = useSay()
  const { needs, sees, impulses, capacity, layer, units } = told
  const [least, more] = impulses
  const bars = [
    ...(needs ? [{ name: say('recall.needs'), steps: needs.timeSteps, colour: 'var(--target)' }] : []),
    { name: say('recall.sees'), steps: sees, colour: 'var(--input)' },
    { name: say('recall.keeps'), steps: least?.keeps ?? 0, colour: 'var(--prediction)' },
    { name: say('recall.keepsMore'), steps: more?.keeps ?? 0, colour: 'var(--prediction)' },
  ]
  const longest = Math.max(...bars.map(({ steps }) => steps))
  const names = bars.map(({ name }) => name)
  return (
    <>
      <Plot
        x={{ extent: { min: 0, max: 1.05 * longest }, name: say('recall.axis') }}
        y={{
          extent: { min: 0.5, max: bars.length + 0.5 },
          name: '',
          ticks: bars.map((_, row) => row + 1),
          // The first bar is at the top.
          write: (value) => names[bars.length - Math.round(value)] ?? '',
        }}
        height={HEIGHT.around + HEIGHT.perBar * bars.length}
        label={say('recall.picture')}
        testId="memory-bars"
      >
        {bars.map(({ name, steps, colour }, row) => {
          const up = bars.length - row
          return <Line key={name} x={[0, steps]} y={[up, up]} colour={colour} width={BAR} />
        })}
      </Plot>
      {needs && needs.timeSteps !== sees && <SetWindow steps={needs.timeSteps} />}
      <p data-testid="memory-capacity">
        {capacity
          ? say('recall.capacity', { total: capacity.total, units, layer: layer + 1 })
          : say('recall.noCapacity', { units })}
      </p>
    </>
  )
}

/** Puts what the data needs into the settings as if it were typed there. */
function SetWindow({ steps }: { readonly steps: number }) {
  const say = useSay()
  const { commands } = useWorld()
  const { min, max } = NUMBERS.window
  const within = Math.min(max, Math.max(min, steps))
  return (
    <button
      type="button"
      className="button small"
      data-testid="set-window"
      onClick={() => commands.editSetting('window', String(within))}
    >
      {say('recall.setWindow', { steps: within })}
    </button>
  )
}
