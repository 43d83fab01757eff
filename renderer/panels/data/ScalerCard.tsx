import type { Scaler } from '@contract/data/scaler'
import type { ColumnPicture, SeenRanges, ValueRange } from '@contract/data/series-picture'
import { useSay } from '../../app-world'
import type { Described } from './use-series-picture'

const ROLES = {
  input: 'dataPicture.isInput',
  target: 'dataPicture.isTarget',
  both: 'dataPicture.isBoth',
} as const

function roleOf({ isInput, isTarget }: ColumnPicture): keyof typeof ROLES {
  return isInput && isTarget ? 'both' : isInput ? 'input' : 'target'
}

/** A number that is read beside others: five digits tell it. */
function short(value: number): number {
  return Number(value.toPrecision(5))
}

/** What the network sees of a range; its hundredths are enough, but never none of its digits. */
function scaled({ least, greatest }: ValueRange, { offset, scale }: Scaler): ValueRange {
  const seen = (value: number) => Number(((value - offset) / scale).toPrecision(3))
  return { least: seen(least), greatest: seen(greatest) }
}

function RangeCell({ range }: { readonly range: ValueRange | null }) {
  const say = useSay()
  if (!range) return say('dataPicture.nothing')
  return say('dataPicture.range', { least: short(range.least), greatest: short(range.greatest) })
}

/** Of all parts. */
function wholeRange({ training, later }: SeenRanges): ValueRange | null {
  if (!training || !later) return training ?? later
  return {
    least: Math.min(training.least, later.least),
    greatest: Math.max(training.greatest, later.greatest),
  }
}

function Row({ column }: { readonly column: ColumnPicture }) {
  const say = useSay()
  const { scaler, name, seen } = column
  const { training, later, laterValues, outside } = seen
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{say(ROLES[roleOf(column)])}</td>
      <td>{say('dataPicture.value', { value: short(scaler.offset) })}</td>
      <td>{say('dataPicture.value', { value: short(scaler.scale) })}</td>
      <td>
        <RangeCell range={wholeRange(seen)} />
      </td>
      <td>
        <RangeCell range={training && scaled(training, scaler)} />
      </td>
      <td>
        <RangeCell range={later && scaled(later, scaler)} />
        {outside > 0 && (
          <span className="outside">{say('dataPicture.outside', { outside, of: laterValues })}</span>
        )}
      </td>
    </tr>
  )
}

const HEADS = [
  'dataPicture.name',
  'dataPicture.role',
  'dataPicture.offset',
  'dataPicture.scale',
  'dataPicture.ownRange',
  'dataPicture.trainingSeen',
  'dataPicture.laterSeen',
] as const

/** What becomes of each column before the network sees it, and whether what comes later is like what was trained on. */
export function ScalerCard({ described: { data, picture } }: { readonly described: Described }) {
  const say = useSay()
  return (
    <section className="card scaling" aria-label={say('dataPicture.scaling')}>
      <div className="card-head">
        <h2 className="card-title">{say('dataPicture.scaling')}</h2>
      </div>
      <p>{say(data.scaling === 'none' ? 'dataPicture.unscaled' : 'dataPicture.scalingRule')}</p>
      <table className="scalers" data-testid="scalers">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.columns.map((column) => (
            <Row key={column.name} column={column} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
