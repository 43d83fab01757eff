import type { OpenedTable } from '../data/opened-table'
import type { PartRange } from '../data/parts'
import type { OnIrregular, ReadSeries } from '../data/read-series'
import type { NearPicture, SeriesPicture } from '../data/series-picture'
import type { TableChoices } from '../data/table/table-choices'
import type { TableGuess } from '../data/table/table-preview'
import type { Result } from '../result'
import type { DataConfig } from '../settings/run-config'

/** What the page may ask of tables and series, and main hands on to the trainer as it is. None of it touches the run. */
export type DataRequests = {
  /** Looks at a table out of the clipboard, which is the opened one from now on. */
  pasteTable: (table: string) => Result<OpenedTable>
  /** What the opened table is taken for, and its beginning, with what a person has said of it. */
  guessTable: (told: Partial<TableChoices>) => Result<TableGuess>
  /**
   * Reads the opened table to its end, beside the training, into a series that a run can learn. Null when it was called
   * off, as by another table that is opened or read meanwhile.
   */
  readTable: (choices: TableChoices, onIrregular: OnIrregular) => Result<ReadSeries | null>
  /** Calls the reading off that is under way. */
  cancelTableReading: () => void
  /** A series out of a drawn curve, in its one column y: 2 time steps or more, each a finite number. */
  drawnSeries: (values: Float64Array) => Result<ReadSeries>
  /** What the data of a run look like under these settings, whether or not a run has them. */
  describeSeries: (data: DataConfig) => Result<SeriesPicture>
  /** What some rows of such data look like from nearer, in some of its columns; rows beyond its end are not there. */
  describeRows: (data: DataConfig, rows: PartRange, columns: readonly string[]) => Result<NearPicture>
}
