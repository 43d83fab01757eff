import type { InsideRatios, InsideTensor } from '@contract/inside/weights'
import { useMemo, useRef, useState } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { decades } from '../../../charts/axes/y-range'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { inThree } from '../frame/in-three'
import { useInside } from '../frame/use-inside'
import { ViewCard, type ViewTable } from '../frame/ViewCard'
import { Histogram } from './Histogram'

const HEIGHT = 230
/** What CS231n (Karpathy) calls a usual ratio. */
const USUAL_RATIO = 1e-3

/** How far updates move each parameter, over the run, and what the numbers of each are, now and at the beginning. */
export function WeightsView() {
  const place = useRef<HTMLDivElement>(null)
  const known = useInside({ kind: 'weights' }, place)
  const [chosen, choose] = useState<string | null>(null)
  const tensors = known && 'value' in known.found ? known.found.value.tensors : []
  const tensor = tensors.find(({ name }) => name === chosen) ?? tensors[0]
  return (
    <div ref={place} className="inside-cards">
      {known && tensor && (
        <>
          <RatiosCard {...{ tensors, tensor, choose }} update={known.update} />
          <Histogram tensor={tensor} />
        </>
      )}
    </div>
  )
}

function RatiosCard({
  tensors,
  tensor,
  update,
  choose,
}: {
  readonly tensors: readonly InsideTensor[]
  readonly tensor: InsideTensor
  readonly update: number
  readonly choose: (name: string) => void
}) {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const known = useInside({ kind: 'ratios' }, place, 'slow')
  const isTraining = useAppState((state) => state.run?.phase === 'training' && state.marked === null)
  const ratios = known && 'value' in known.found ? known.found.value : null
  return (
    <ViewCard
      place={place}
      testId="inside-ratios"
      title={say('insideWeights.ratiosTitle')}
      summary={
        Number.isNaN(tensor.change)
          ? say('insideWeights.notMade', { update })
          : say('insideWeights.ratioSentence', {
              update,
              tensor: tensor.name,
              ratio: inThree(tensor.change / tensor.norm),
            })
      }
      help={say('insideWeights.ratiosHelp')}
      table={ratios && (() => ratiosTable(ratios, say('insideWeights.update')))}
      controls={
        <select
          className="select small"
          aria-label={say('insideWeights.tensor')}
          data-testid="inside-tensor"
          value={tensor.name}
          onChange={(event) => choose(event.target.value)}
        >
          {tensors.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      }
    >
      {isTraining && <p>{say('insideWeights.atRest')}</p>}
      {ratios && ratios.updates.length > 1 && <Course ratios={ratios} chosen={tensor.name} />}
    </ViewCard>
  )
}

/** The ratios of all parameters over the run; the chosen one stands out. */
function Course({
  ratios: { updates, tensors },
  chosen,
}: {
  readonly ratios: InsideRatios
  readonly chosen: string
}) {
  const say = useSay()
  const { x, y } = useMemo(() => {
    const all = tensors.flatMap(({ ratios }) => [...ratios]).filter((ratio) => ratio > 0)
    const [first = 1, last = 1] = [updates[0], updates.at(-1)]
    return {
      x: { extent: { min: first, max: Math.max(last, first + 1) }, name: say('insideWeights.update') },
      y: {
        extent: decades(Math.min(...all, USUAL_RATIO), Math.max(...all, USUAL_RATIO)),
        kind: 'log' as const,
        name: say('insideWeights.ratio'),
      },
    }
  }, [updates, tensors, say])
  const ordered = tensors.toSorted((a, b) => Number(a.name === chosen) - Number(b.name === chosen))
  return (
    <Plot
      {...{ x, y }}
      height={HEIGHT}
      label={say('insideWeights.ratiosPicture', { tensors: tensors.length, updates: updates.length })}
      testId="inside-ratios-plot"
    >
      <Line
        x={[x.extent.min, x.extent.max]}
        y={[USUAL_RATIO, USUAL_RATIO]}
        colour="var(--edge)"
        dashes="5 4"
      />
      {ordered.map(({ name, ratios }) => (
        <Line
          key={name}
          x={updates}
          y={ratios}
          colour={name === chosen ? 'var(--prediction)' : 'var(--ghost)'}
          width={name === chosen ? 2.5 : 1}
        />
      ))}
    </Plot>
  )
}

function ratiosTable({ updates, tensors }: InsideRatios, update: string): ViewTable {
  return {
    columns: [update, ...tensors.map(({ name }) => name)],
    rows: [...updates].map((number, i) => [number, ...tensors.map(({ ratios }) => ratios[i] ?? Number.NaN)]),
  }
}
