import type { InsideUpdate, UpdateAsk } from '@contract/inside/update'
import { useRef, useState } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { useInside } from '../frame/use-inside'
import { ViewCard, type ViewTable } from '../frame/ViewCard'
import { placeWords } from './place-words'
import { placeAt, placesOf } from './places'
import { UpdatePictures } from './UpdatePictures'
import { WeightChoice } from './WeightChoice'

/** One update, from the state that goes into it to its new weights, place by place. */
export function UpdateView() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const [chosen, choose] = useState<UpdateAsk['weight']>(null)
  // Another network may have no such weight.
  const parameter = useAppState(({ description }) =>
    description?.parameters.find(({ name }) => name === chosen?.tensor),
  )
  const weight = parameter && chosen && chosen.index < sizeOf(parameter.shape) ? chosen : null
  const known = useInside({ kind: 'update', weight }, place)
  const update = known && 'value' in known.found ? known.found.value : null
  return (
    <ViewCard
      place={place}
      testId="inside-update"
      title={known ? say('insideUpdate.title', { update: known.update }) : say('inside.viewUpdate')}
      summary={known ? undefined : say('inside.coming')}
      help={say('insideUpdate.help')}
      table={
        update &&
        (() =>
          tensorTable(update, {
            name: say('insideUpdate.parameter'),
            gradient: say('insideUpdate.gradient'),
            norm: say('insideUpdate.size'),
            change: say('insideUpdate.change'),
          }))
      }
    >
      {known && 'problem' in known.found && (
        <p className="problem" role="alert">
          {say(known.found.problem)}
        </p>
      )}
      {known && update && (
        <>
          {update.batch > 1 && (
            <p className="card-aside" data-testid="update-of-batch">
              {say('insideUpdate.ofBatch', { sequence: known.sequence + 1, batch: update.batch })}
            </p>
          )}
          <Scrub update={update} />
          <WeightChoice update={update} wanted={weight} choose={choose} />
        </>
      )}
    </ViewCard>
  )
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

function Scrub({ update }: { readonly update: InsideUpdate }) {
  const say = useSay()
  const layer = useAppState(shownLayer)
  const [wanted, go] = useState(0)
  const last = placesOf(update.timeSteps) - 1
  const at = Math.min(wanted, last)
  const place = placeAt(at, update.timeSteps)
  const { sentence, formulas } = placeWords(update, place, layer, say)
  return (
    <>
      <div className="update-scrub">
        <button
          type="button"
          className="button small"
          disabled={at === 0}
          data-testid="update-back"
          aria-label={say('insideUpdate.back')}
          onClick={() => go(at - 1)}
        >
          ‹
        </button>
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          data-testid="update-scrub"
          aria-label={say('insideUpdate.scrub')}
          aria-valuetext={[sentence, ...formulas].join(' ')}
          onChange={(event) => go(Number(event.target.value))}
        />
        <button
          type="button"
          className="button small"
          disabled={at === last}
          data-testid="update-on"
          aria-label={say('insideUpdate.on')}
          onClick={() => go(at + 1)}
        >
          ›
        </button>
      </div>
      <div className="update-words" data-testid="update-words">
        <p>{sentence}</p>
        {formulas.map((formula) => (
          <p key={formula} className="formula">
            {formula}
          </p>
        ))}
      </div>
      <UpdatePictures update={update} place={place} layer={layer} />
    </>
  )
}

function tensorTable(
  { tensors }: InsideUpdate,
  names: { readonly [Column in keyof InsideUpdate['tensors'][number]]: string },
): ViewTable {
  return {
    columns: [names.name, names.gradient, names.norm, names.change],
    rows: tensors.map(({ name, gradient, norm, change }) => [name, gradient, norm, change]),
  }
}
