import type { InsideUpdate, UpdateAsk } from '@contract/inside/update'
import { useState } from 'react'
import { useSay } from '../../../app-world'

type Weight = UpdateAsk['weight']

/** What stands for the weight that moves most in the list of parameters. */
const MOST_MOVED = ''

/** Chooses the weight whose way through the optimiser is told: its parameter, and its place in it, as PyTorch counts. */
export function WeightChoice({
  update: { tensors, weight },
  wanted,
  choose,
}: {
  readonly update: InsideUpdate
  readonly wanted: Weight
  readonly choose: (weight: Weight) => void
}) {
  const say = useSay()
  return (
    <div className="weight-choice">
      <label>
        {say('insideUpdate.weight')}
        <select
          className="select small"
          data-testid="update-tensor"
          value={wanted?.tensor ?? MOST_MOVED}
          onChange={({ target: { value } }) =>
            choose(value === MOST_MOVED ? null : { tensor: value, index: 0 })
          }
        >
          <option value={MOST_MOVED}>{say('insideUpdate.mostMoved')}</option>
          {tensors.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {wanted && wanted.tensor === weight.tensor && (
        <Place
          key={wanted.tensor}
          shape={weight.shape}
          index={wanted.index}
          go={(index) => choose({ ...wanted, index })}
        />
      )}
    </div>
  )
}

/** The place in a parameter, row and column or one number, from 0. What is half typed, or not there, changes nothing. */
function Place({
  shape,
  index,
  go,
}: {
  readonly shape: readonly number[]
  readonly index: number
  readonly go: (index: number) => void
}) {
  const say = useSay()
  const [rows = 1, columns = 1] = shape
  const [row, setRow] = useState(String(Math.floor(index / columns)))
  const [column, setColumn] = useState(String(index % columns))
  const take = (rowText: string, columnText: string) => {
    setRow(rowText)
    setColumn(columnText)
    const [at, across] = [Number(rowText), Number(columnText)]
    const isThere = (text: string, value: number, end: number) =>
      /^\d+$/.test(text) && Number.isInteger(value) && value < end
    if (isThere(rowText, at, rows) && isThere(columnText, across, columns)) go(at * columns + across)
  }
  return (
    <>
      <label>
        {say('insideUpdate.row', { last: rows - 1 })}
        <input
          className="number"
          inputMode="numeric"
          data-testid="update-row"
          value={row}
          onChange={(event) => take(event.target.value, column)}
        />
      </label>
      {shape.length > 1 && (
        <label>
          {say('insideUpdate.column', { last: columns - 1 })}
          <input
            className="number"
            inputMode="numeric"
            data-testid="update-column"
            value={column}
            onChange={(event) => take(row, event.target.value)}
          />
        </label>
      )}
    </>
  )
}
