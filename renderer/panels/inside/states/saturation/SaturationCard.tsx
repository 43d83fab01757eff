import { text } from '@contract/language/texts'
import { useMemo, useRef } from 'react'
import { useAppState, useSay } from '../../../../app-world'
import { ROW_NAMES } from '../../frame/row-names'
import { useLayerRow } from '../../frame/use-layer-row'
import { ViewCard, type ViewTable } from '../../frame/ViewCard'
import { GatePlot, SharePlot } from './plots'
import { countMostly, type Saturation, saturationOf } from './saturation'

/** How far the units of a layer are saturated: where they are, their gradient is small, and they hold or let go for long. */
export function SaturationCard() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const shown = useLayerRow(place)
  const isRelu = useAppState((state) => state.run?.config.network.cell === 'rnn-relu')
  const found = useMemo(() => shown && saturationOf(shown.of, shown.states.units, isRelu), [shown, isRelu])
  return (
    <ViewCard
      place={place}
      testId="inside-saturation"
      title={say('states.saturation')}
      summary={found ? say(sentenceOf(found)) : undefined}
      {...(found?.kind === 'gates' && { help: say('states.saturationHelp') })}
      table={found && (() => tableOf(found))}
      hasNoPlot={!found || !hasPlot(found)}
    >
      {found?.kind === 'gates' && (
        <div className="gate-plots">
          {found.gates.map((gate) => (
            <GatePlot key={gate.gate} {...gate} />
          ))}
        </div>
      )}
      {found?.kind === 'tanh' && hasPlot(found) && <SharePlot shares={found.atEnd} />}
    </ViewCard>
  )
}

/** Of units of which none is ever at its end, and of dead ones, a sentence says it all. */
function hasPlot(found: Saturation): boolean {
  return found.kind === 'gates' || (found.kind === 'tanh' && found.atEnd.some((share) => share > 0))
}

function sentenceOf(found: Saturation) {
  switch (found.kind) {
    case 'gates': {
      const units = found.gates[0]?.open.length ?? 0
      const gates = found.gates.map(({ gate, closed, open }) => {
        const counts = { closed: countMostly(closed), open: countMostly(open) }
        return text('states.gateCount', { gate: ROW_NAMES[gate], ...counts })
      })
      return text('states.gateCounts', { units, gates })
    }
    case 'tanh': {
      const { atEnd } = found
      const ever = atEnd.filter((share) => share > 0).length
      return text('states.tanhCount', { units: atEnd.length, mostly: countMostly(atEnd), ever })
    }
    case 'relu': {
      const { above } = found
      return text('states.reluCount', {
        units: above.length,
        dead: above.filter((share) => share === 0).length,
      })
    }
  }
}

function tableOf(found: Saturation): ViewTable {
  const columns =
    found.kind === 'gates'
      ? found.gates.flatMap(({ gate, closed, open }) => [
          { name: text('states.columnClosed', { gate: ROW_NAMES[gate] }), shares: closed },
          { name: text('states.columnOpen', { gate: ROW_NAMES[gate] }), shares: open },
        ])
      : found.kind === 'tanh'
        ? [{ name: text('states.columnAtEnd'), shares: found.atEnd }]
        : [{ name: text('states.columnAbove'), shares: found.above }]
  const units = columns[0]?.shares.length ?? 0
  return {
    columns: [text('inside.unit'), ...columns.map(({ name }) => name)],
    rows: Array.from({ length: units }, (_, unit) => [
      unit + 1,
      ...columns.map(({ shares }) => shares[unit] ?? null),
    ]),
  }
}
