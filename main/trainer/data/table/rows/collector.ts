import { MAX_ROWS } from '@contract/data/series'
import { type LostRows, MAX_NUMBERS } from '@contract/data/table/table-read'
import { text } from '@contract/language/texts'
import { type AppError, fail } from '@contract/result'
import { type NumberReader, numberReader } from '../cells/number-text'
import { type TimeReader, timeReader } from '../cells/time-text'
import { NUMBER, type Role, type TablePlan, TEXT, TIME, UNDECIDED } from './plan'
import { lostText, type Trouble, troubleText } from './trouble'

/** Rows of the first piece of memory of a column; each next one is twice as long, up to the last. */
const FIRST_BLOCK = 256
const LONGEST_BLOCK = 2 ** 16
/** Lines that are told of rows that were left out for one reason. */
const LINES_TOLD = 5

/**
 * Takes the cells of a table, row by row, into columns of numbers. A row counts once it has ended without trouble; until then
 * its numbers stand at the place of the next one.
 */
export class Collector {
  /** What each column is by now: an undecided one becomes something by its first value. */
  readonly roles: Role[]
  /** The piece of memory of each column that is being filled, and the place in it of the present row. */
  readonly blocks: Float64Array[]
  at = 0
  rows = 0
  readonly #filled: Float64Array[][]
  readonly #plan: TablePlan
  readonly #maxNumbers: number
  readonly #number: NumberReader
  readonly #reader: TimeReader
  readonly #lost = new Map<Exclude<Trouble['kind'], 'order'>, { rows: number; lines: number[] }>()
  #length = FIRST_BLOCK
  /** Empty lines since the last row. */
  #empty = 0
  #time = 0
  #timeText = ''
  #previousTime = Number.NEGATIVE_INFINITY
  #previousText = ''

  /** @param maxNumbers so many are taken at the least, and a few rows more at the most */
  constructor(plan: TablePlan, maxNumbers = MAX_NUMBERS) {
    this.#plan = plan
    this.#maxNumbers = maxNumbers
    this.roles = [...plan.roles]
    this.#filled = plan.roles.map(() => [])
    this.blocks = plan.roles.map((role) => new Float64Array(role === TEXT ? 0 : FIRST_BLOCK))
    this.#number = numberReader(plan.choices)
    this.#reader = timeReader(plan.choices.time?.format ?? 'number', plan.choices)
  }

  /** Takes a cell of the present row, whatever its column is; trouble where it cannot be read. */
  cell(column: number, cell: string): Trouble | null {
    const role = this.roles[column]
    if (role === TEXT || role === undefined) return null
    if (role === TIME) {
      const time = this.#reader.read(cell)
      if (time === null) {
        const format = this.#plan.choices.time?.format ?? 'number'
        return { kind: 'time', column: this.#name(column), found: cell.trim(), format }
      }
      this.#time = time
      this.#timeText = cell
      this.#put(column, time)
      return null
    }
    const value = this.#number(cell)
    if (value === null) {
      if (role === NUMBER) return { kind: 'number', column: this.#name(column), found: cell.trim() }
      this.roles[column] = TEXT
      this.blocks[column] = new Float64Array(0)
      this.#filled[column] = []
      return null
    }
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      return { kind: 'infinite', column: this.#name(column), found: cell.trim() }
    if (role === UNDECIDED && !Number.isNaN(value)) this.roles[column] = NUMBER
    this.#put(column, value)
    return null
  }

  /** Ends the present row, which has so many cells; the failure of the whole table where this is one. */
  endRow(cells: number, line: number, found: Trouble | null): AppError | null {
    const { file, columns, choices } = this.#plan
    const expected = columns.length
    const trouble = cells === expected ? (found ?? this.#orderTrouble()) : ragged(expected, cells)
    if (trouble) {
      if (choices.badRows === 'refuse' || trouble.kind === 'order')
        return fail('file-unreadable', troubleText(trouble, file, line)).error
      const lost = this.#lost.get(trouble.kind) ?? { rows: 0, lines: [] }
      lost.rows += 1
      if (lost.lines.length < LINES_TOLD) lost.lines.push(line)
      this.#lost.set(trouble.kind, lost)
      return null
    }
    this.#previousTime = this.#time
    this.#previousText = this.#timeText
    return (expected === 1 ? this.#missingBefore() : null) ?? this.#next()
  }

  /** Takes an empty line. In a table of one column it is a missing value, where a row follows it; else it is none. */
  emptyLine(): void {
    if (this.rows > 0) this.#empty += 1
  }

  /** The columns in one piece each; undefined for those of texts. Nothing can be taken after. */
  columns(): (Float64Array | undefined)[] {
    return this.roles.map((role, column) => {
      if (role === TEXT) return undefined
      const all = new Float64Array(this.rows)
      let to = 0
      for (const block of this.#filled[column] ?? []) {
        all.set(block, to)
        to += block.length
      }
      all.set((this.blocks[column] as Float64Array).subarray(0, this.at), to)
      this.#filled[column] = []
      return all
    })
  }

  lost(): LostRows[] {
    return [...this.#lost].map(([kind, { rows, lines }]) => ({ why: lostText(kind), rows, lines }))
  }

  hasTakenUtc(): boolean {
    return this.#reader.hasTakenUtc()
  }

  /** Puts the missing values of empty lines before the present row of a table of one column. */
  #missingBefore(): AppError | null {
    const value = this.blocks[0]?.[this.at] ?? Number.NaN
    for (; this.#empty > 0; this.#empty -= 1) {
      this.#put(0, Number.NaN)
      const error = this.#next()
      if (error) return error
    }
    this.#put(0, value)
    return null
  }

  #next(): AppError | null {
    const { file } = this.#plan
    if (this.rows === MAX_ROWS)
      return fail('file-unreadable', text('tableFile.tooManyRows', { file, most: MAX_ROWS })).error
    this.rows += 1
    this.at += 1
    return this.at === this.#length ? this.#nextBlocks() : null
  }

  #name(column: number): string {
    return this.#plan.columns[column]?.name ?? ''
  }

  #put(column: number, value: number): void {
    const block = this.blocks[column] as Float64Array
    block[this.at] = value
  }

  #orderTrouble(): Trouble | null {
    const { time } = this.#plan.choices
    if (!time || this.#time > this.#previousTime) return null
    const [found, previous] = [this.#timeText.trim(), this.#previousText.trim()]
    const same = this.#time === this.#previousTime
    return { kind: 'order', column: this.#name(time.column), found, previous, same }
  }

  #nextBlocks(): AppError | null {
    const columns = this.roles.filter((role) => role !== TEXT).length
    this.#length = Math.min(2 * this.#length, LONGEST_BLOCK)
    if (this.rows * columns > this.#maxNumbers)
      return fail(
        'file-unreadable',
        text('tableFile.tooManyNumbers', { file: this.#plan.file, most: this.#maxNumbers, columns }),
      ).error
    for (const [column, role] of this.roles.entries()) {
      if (role === TEXT) continue
      this.#filled[column]?.push(this.blocks[column] as Float64Array)
      this.blocks[column] = new Float64Array(this.#length)
    }
    this.at = 0
    return null
  }
}

function ragged(expected: number, found: number): Trouble {
  return { kind: 'ragged', expected, found }
}
