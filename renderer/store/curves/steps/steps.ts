import {
  type Extremes,
  extremesBetween,
  longColumns,
  type UpdateSummary,
} from '@contract/run/recorded/update-summary'
import type { UpdateBatch } from '@contract/run/run'
import type { Plotted } from '../curve'
import type { Growable } from '../growable'
import { type Blocks, createBlocks, isShort } from './blocks'
import { createPages, type Page, type Pages, rawOf } from './pages'

/** Bytes of time steps that are in memory: of the lesson 2.7 million time steps, of 16 outputs a quarter of a million. */
export const STEP_BYTES = 32_000_000
/** More than so many time steps are drawn from what is known of their blocks, of which a column then takes in several. */
const MOST_WANTED = 262_144
/** Pages that are read at a time. */
const PAGES_AT_ONCE = 16

/** Updates whose time steps are to be read from the record, both included. */
export type Stretch = { readonly first: number; readonly last: number }

/** A curve of time steps: its extremes are known everywhere, its values where they are in memory. */
export type StepCurve = Plotted

/** The numbers of every time step: what is looked at and what is new, and of all others their extremes. */
export type Steps = {
  /** One for each long column. */
  readonly curves: readonly StepCurve[]
  /** Adds updates that came after all others: with the batch itself their time steps are in memory. */
  readonly append: (summary: UpdateSummary, batch: UpdateBatch | null) => void
  /**
   * Whether these time steps are in memory, or never will be; those that are not are wanted. Where there are too many to be
   * read, only so much is said.
   */
  readonly want: (from: number, to: number) => boolean
  /** The same, and nothing is wanted. */
  readonly has: (from: number, to: number) => boolean
  /** What was wanted last; null when nothing is, as after every answer: who still misses something wants it again. */
  readonly wanted: () => Stretch | null
  /**
   * Takes in what the record has of what was wanted last; what it has not is lost. False, and nothing is taken in, where
   * updates were made again meanwhile.
   */
  readonly fill: (stretch: Stretch, pieces: readonly UpdateBatch[]) => boolean
  /** Makes room for the blocks of so many more updates, or throws a RangeError. */
  readonly reserve: (blocks: number) => void
  /** Forgets all updates from an index on, and all time steps from one on. */
  readonly truncate: (updates: number, steps: number) => void
}

/** What the steps must know of their run. */
export type StepsOf = {
  readonly columns: number
  /** Index of the first time step of each update. */
  readonly starts: Growable<Float64Array>
  /** Number of the first update. */
  readonly firstUpdate: () => number
  readonly points: () => number
  /** Bytes of time steps that may be in memory. */
  readonly budget: number
  /** Something is wanted. */
  readonly onWanted: () => void
}

export function createSteps(of: StepsOf): Steps {
  const { columns, starts, budget } = of
  const blocks = createBlocks(columns)
  const pages = createPages(columns, budget)
  const wanted = new Set<Page>()
  let asked: Stretch | null = null
  const most = Math.min(MOST_WANTED, budget / 2 / (columns * Float32Array.BYTES_PER_ELEMENT))

  const startOf = (update: number) => (update < starts.length ? (starts.data[update] as number) : of.points())

  function each(from: number, to: number, tell: (page: Page) => void) {
    const end = Math.min(to, of.points())
    for (let step = from; step < end; ) {
      const page = pages.of(step)
      if (!page) return
      tell(page)
      step = page.from + page.steps
    }
  }

  function has(from: number, to: number): boolean {
    let found = true
    each(from, to, (page) => {
      found &&= page.raw !== null || page.isLost
    })
    return found
  }

  /** The updates of a page, by their indices: from the first up to, not including, the second. */
  function updatesOf(page: Page): readonly [number, number] {
    const next = pages.all[pages.all.indexOf(page) + 1]
    return [page.firstUpdate, next ? next.firstUpdate : blocks.first(blocks.count)]
  }

  function fillPage(page: Page, pieces: readonly UpdateBatch[]) {
    const [first, end] = updatesOf(page)
    const lengths = Array.from({ length: end - first }, (_, i) => startOf(first + i + 1) - startOf(first + i))
    const raw = rawOf(pieces, of.firstUpdate() + first, lengths)
    if (!raw) {
      page.isLost = true
      return
    }
    pages.fill(page, raw)
    // Where one was cut short its extremes may be of what has gone.
    for (let block = blocks.of(first); block < blocks.count && blocks.first(block) < end; block++)
      measure(block, page)
  }

  /** Looks at the time steps of a block, which are in memory. */
  function measure(block: number, page: Page) {
    const [from, to] = [startOf(blocks.first(block)), startOf(blocks.first(block + 1))]
    for (const [column, values] of (page.raw ?? []).entries()) {
      const found = extremesBetween({ values, offset: 0, stride: 1 }, from - page.from, to - page.from)
      const shift = page.from - from
      blocks.put(block, column, { ...found, least: found.least + shift, greatest: found.greatest + shift })
    }
  }

  return {
    curves: Array.from({ length: columns }, (_, column) => curveOf(column, { blocks, pages, startOf })),
    append(summary, batch) {
      const from = batch && longColumns(batch)
      let [update, at] = [0, 0]
      for (const [block, updates] of summary.blocks.entries()) {
        let steps = 0
        for (const end = update + updates; update < end; update++) steps += summary.lengths[update] ?? 0
        const first = blocks.first(blocks.count)
        const page = pages.open(from !== null, first, startOf(first))
        const before = blocks.count === 0 ? 0 : startOf(first) - startOf(blocks.first(blocks.count - 1))
        blocks.add(summary, block, page.steps > 0 && isShort(before) ? { steps: before } : null)
        pages.add(page, from, at, steps)
        at += steps
      }
      pages.evict()
    },
    want(from, to) {
      if (to - from > most) return has(from, to)
      let found = true
      each(from, to, (page) => {
        pages.touch(page)
        if (page.raw !== null || page.isLost) return
        found = false
        wanted.delete(page)
        wanted.add(page)
      })
      if (!found) of.onWanted()
      return found
    },
    has,
    wanted() {
      const newest = [...wanted].at(-1)
      if (!newest) return null
      const { all } = pages
      let first = all.indexOf(newest)
      let last = first
      const isWanted = (index: number) => {
        const page = all[index]
        return page !== undefined && wanted.has(page) && last - first + 1 < PAGES_AT_ONCE
      }
      while (isWanted(first - 1)) first -= 1
      while (isWanted(last + 1)) last += 1
      const begin = all[first] ?? newest
      const [, end] = updatesOf(all[last] ?? newest)
      asked = { first: of.firstUpdate() + begin.firstUpdate, last: of.firstUpdate() + end - 1 }
      return asked
    },
    fill(stretch, pieces) {
      if (stretch !== asked) return false
      for (const page of wanted) {
        const [from, end] = updatesOf(page)
        const [first, last] = [of.firstUpdate() + from, of.firstUpdate() + end - 1]
        if (first >= stretch.first && last <= stretch.last) fillPage(page, pieces)
      }
      asked = null
      wanted.clear()
      pages.evict()
      return true
    },
    reserve: blocks.reserve,
    truncate(updates, steps) {
      asked = null
      wanted.clear()
      blocks.truncate(updates)
      pages.truncate(steps)
      const last = pages.all.at(-1)
      if (last?.raw && blocks.count > 0) measure(blocks.count - 1, last)
    },
  }
}

type Known = {
  readonly blocks: Blocks
  readonly pages: Pages
  readonly startOf: (update: number) => number
}

function curveOf(column: number, { blocks, pages, startOf }: Known): StepCurve {
  function at(step: number): number {
    const page = pages.of(step)
    const values = page?.raw?.[column]
    return page && values && step < page.from + page.steps ? (values[step - page.from] as number) : Number.NaN
  }

  /** Of the time steps of one block; of all of it where they are not in memory. */
  function inBlock(block: number, from: number, to: number): Extremes {
    const page = pages.of(from)
    const values = page?.raw?.[column]
    const begin = page && values ? page.from : startOf(blocks.first(block))
    const found =
      page && values
        ? extremesBetween({ values, offset: 0, stride: 1 }, from - begin, to - begin)
        : blocks.at(block, column)
    return { ...found, least: found.least + begin, greatest: found.greatest + begin }
  }

  function within(from: number, to: number): Extremes {
    let found: Extremes = { least: from, greatest: from, low: Number.NaN, high: Number.NaN }
    const take = (next: Extremes) => {
      const lower = next.low < found.low || (Number.isNaN(found.low) && !Number.isNaN(next.low))
      const higher = next.high > found.high || (Number.isNaN(found.high) && !Number.isNaN(next.high))
      if (!lower && !higher) return
      found = {
        least: lower ? next.least : found.least,
        greatest: higher ? next.greatest : found.greatest,
        low: lower ? next.low : found.low,
        high: higher ? next.high : found.high,
      }
    }
    if (from >= to || blocks.count === 0) return found
    const firstBlock = blockOf(from)
    const lastBlock = blockOf(to - 1)
    const endOf = (block: number) => startOf(blocks.first(block + 1))
    if (firstBlock === lastBlock) {
      take(inBlock(firstBlock, from, to))
      return found
    }
    take(inBlock(firstBlock, from, endOf(firstBlock)))
    const middle = blocks.among(column, firstBlock + 1, lastBlock)
    if (middle.least >= 0) {
      const [low, high] = [blocks.at(middle.least, column), blocks.at(middle.greatest, column)]
      take({
        least: startOf(blocks.first(middle.least)) + low.least,
        low: low.low,
        greatest: startOf(blocks.first(middle.greatest)) + high.greatest,
        high: high.high,
      })
    }
    take(inBlock(lastBlock, startOf(blocks.first(lastBlock)), to))
    return found
  }

  function blockOf(step: number): number {
    let [low, high] = [0, blocks.count]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (startOf(blocks.first(middle)) <= step) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  return { at, extrema: { within } }
}
