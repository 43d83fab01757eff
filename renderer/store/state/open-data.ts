import type { Stroke } from '@contract/data/drawn-curve'
import type { OnIrregular, ReadSeries, TableReading } from '@contract/data/read-series'
import type { Text } from '@contract/language/text'
import type { RolesDraft } from './data-roles'
import type { TableDraft } from './table-draft'

/** A way by which a series comes in: a file, the clipboard, or the pointer. */
export const DOORS = ['file', 'paste', 'draw'] as const
export type Door = (typeof DOORS)[number]

/** Where the dialog that opens data stands; `problem` is why the last try came to nothing. */
export type DataStage =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'doors'
      readonly door: Door
      /** Something was asked for and is not there yet. */
      readonly isWaiting: boolean
      readonly problem: Text | null
    }
  | {
      readonly kind: 'table'
      readonly draft: TableDraft
      /** The table is read as a whole; null before the first word of how far. */
      readonly isReading: boolean
      readonly reading: TableReading | null
      /** What was chosen of the series that it was read as before; null where it was none yet. */
      readonly before: ChosenOfSeries | null
      readonly problem: Text | null
    }
  | {
      readonly kind: 'roles'
      /** The table that the series was read from; null for one that was drawn. */
      readonly draft: TableDraft | null
      readonly series: ReadSeries
      readonly roles: RolesDraft
      readonly times: IrregularTimes | null
      /** Windows of the training part in these roles; null while they are not counted, or cannot be. */
      readonly windows: number | null
      readonly isWaiting: boolean
      readonly problem: Text | null
    }

/** What a person has chosen of a series: it holds for the one that the same table is read as again. */
export type ChosenOfSeries = { readonly roles: RolesDraft; readonly way: OnIrregular }

/** Times that are not evenly spaced, and what is made of them. */
export type IrregularTimes = {
  readonly found: NonNullable<ReadSeries['irregular']>
  readonly way: OnIrregular
}

/** A curve on its way to a series. */
export type Drawing = {
  readonly strokes: readonly Stroke[]
  /** Of the series, from 200 to 2,000. */
  readonly timeSteps: number
  /** The point that was moved last, and made the last stroke by it: moved again, it makes no other. */
  readonly movedPoint: number | null
}

/** The dialog that opens data. */
export type OpenDataSlice = {
  readonly dataStage: DataStage
  readonly drawing: Drawing
  readonly dataMoved: (stage: DataStage) => void
  readonly tableReadTo: (reading: TableReading | null) => void
  readonly draw: (change: Partial<Drawing>) => void
}
