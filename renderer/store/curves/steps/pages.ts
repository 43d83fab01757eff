import { type LongColumn, longColumns } from '@contract/run/recorded/update-summary'
import type { UpdateBatch } from '@contract/run/run'

/** Time steps from which on a page is full; it ends with a whole block. */
export const PAGE_STEPS = 4096

/** The numbers of consecutive time steps: all of them are in memory, or none. */
export type Page = {
  /** Index of its first update, and of its first time step. */
  readonly firstUpdate: number
  readonly from: number
  steps: number
  /** Of each long column; it may be longer than what is in it. Null when they are in the record alone. */
  raw: Float32Array[] | null
  /** The record does not have them: nobody asks again. */
  isLost: boolean
}

/** The time steps of a run in pages, of which those used last are in memory, up to a number of bytes. */
export type Pages = {
  readonly all: readonly Page[]
  /** The page that a time step is in. */
  readonly of: (step: number) => Page | undefined
  /** The page that the next block goes into. */
  readonly open: (inMemory: boolean, firstUpdate: number, from: number) => Page
  /** Adds time steps of a batch to the newest page, from one of the batch on; none of them where that is null. */
  readonly add: (page: Page, columns: readonly LongColumn[] | null, from: number, steps: number) => void
  /** Puts what was read of a page into it. */
  readonly fill: (page: Page, raw: Float32Array[]) => void
  /** It is looked at: it goes after all others. */
  readonly touch: (page: Page) => void
  /** Lets go of what was not used for longest, where there is too much. */
  readonly evict: () => void
  /** Forgets all time steps from one on. */
  readonly truncate: (step: number) => void
}

/**
 * @param columns how many long columns there are
 * @param budget bytes that all pages in memory may have together; the first and the newest stay
 */
export function createPages(columns: number, budget: number): Pages {
  const pages: Page[] = []
  /** Pages in memory, the one that was used last at the end. */
  const recent = new Set<Page>()
  let bytes = 0
  let near: Page | undefined

  function bytesOf({ raw }: Page): number {
    return raw ? raw.reduce((sum, { byteLength }) => sum + byteLength, 0) : 0
  }

  function keep(page: Page, raw: Float32Array[] | null) {
    bytes -= bytesOf(page)
    page.raw = raw
    bytes += bytesOf(page)
    recent.delete(page)
    if (raw) recent.add(page)
  }

  return {
    all: pages,
    of(step) {
      if (near && step >= near.from && step < near.from + near.steps) return near
      let [low, high] = [0, pages.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((pages[middle]?.from ?? 0) <= step) low = middle + 1
        else high = middle
      }
      near = pages[low - 1]
      return near
    },
    open(inMemory, firstUpdate, from) {
      const last = pages.at(-1)
      if (last && last.steps < PAGE_STEPS && (last.raw !== null) === inMemory && !last.isLost) return last
      const raw = Array.from({ length: inMemory ? columns : 0 }, () => new Float32Array(256))
      const page: Page = { firstUpdate, from, steps: 0, raw: null, isLost: false }
      pages.push(page)
      if (inMemory) keep(page, raw)
      return page
    },
    add(page, from, at, steps) {
      if (from && page.raw) {
        const needed = page.steps + steps
        const isFull = needed >= PAGE_STEPS
        const raw = page.raw.map((values, column) => {
          const room = isFull || values.length < needed ? sized(values, isFull ? needed : 2 * needed) : values
          copy(from[column] as LongColumn, at, steps, room, page.steps)
          return room
        })
        keep(page, raw)
      }
      page.steps += steps
    },
    fill: keep,
    touch(page) {
      if (!page.raw) return
      recent.delete(page)
      recent.add(page)
    },
    evict() {
      const [first, last] = [pages[0], pages.at(-1)]
      for (const page of recent) {
        if (bytes <= budget) return
        if (page !== first && page !== last) keep(page, null)
      }
    },
    truncate(step) {
      near = undefined
      while (pages.length > 0 && (pages.at(-1)?.from ?? 0) >= step) {
        const page = pages.pop()
        if (page) keep(page, null)
      }
      const last = pages.at(-1)
      if (last) last.steps = Math.min(last.steps, step - last.from)
    },
  }
}

function sized(values: Float32Array, length: number): Float32Array {
  if (values.length === length) return values
  const made = new Float32Array(length)
  made.set(values.subarray(0, length))
  return made
}

function copy(
  { values, offset, stride }: LongColumn,
  at: number,
  steps: number,
  to: Float32Array,
  place: number,
) {
  if (stride === 1) to.set(values.subarray(at, at + steps), place)
  else for (let i = 0; i < steps; i++) to[place + i] = values[offset + (at + i) * stride] as number
}

/**
 * The long columns of some updates out of pieces of a record.
 *
 * @param pieces consecutive updates, in order
 * @param firstUpdate number of the first update that is wanted
 * @param lengths time steps of all updates that are wanted
 * @returns null where the pieces have not all of them, or others
 */
export function rawOf(
  pieces: readonly UpdateBatch[],
  firstUpdate: number,
  lengths: readonly number[],
): Float32Array[] | null {
  const [piece] = pieces
  if (!piece) return null
  const columns = longColumns(piece).map(
    () => new Float32Array(lengths.reduce((sum, length) => sum + length, 0)),
  )
  let [next, place] = [0, 0]
  for (const batch of pieces) {
    const from = longColumns(batch)
    let at = 0
    for (const [i, length] of batch.lengths.entries()) {
      if (batch.firstUpdate + i === firstUpdate + next && next < lengths.length) {
        if (length !== lengths[next]) return null
        for (const [column, to] of columns.entries()) copy(from[column] as LongColumn, at, length, to, place)
        next += 1
        place += length
      }
      at += length
    }
  }
  return next === lengths.length ? columns : null
}
