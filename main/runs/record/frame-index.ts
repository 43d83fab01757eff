/** Where a frame stands in a record, and which updates count in it: from `first` up to, not including, `end`. */
export type IndexedFrame = {
  readonly first: number
  readonly end: number
  readonly place: number
  readonly bytes: number
}

/** Which frame of a record has which updates. */
export type FrameIndex = {
  /**
   * Adds the next frame of the file. What was made again takes the place of what it was made instead of; where updates are
   * missing before it, as on a full disk, the record begins anew with it, as curves have no holes.
   */
  readonly add: (frame: IndexedFrame) => void
  /** Frames in the order of their updates, from the one on that has this update, or else the first one after it. */
  readonly from: (update: number) => Generator<IndexedFrame>
}

export function createFrameIndex(): FrameIndex {
  const frames: IndexedFrame[] = []
  return {
    add(frame) {
      let last = frames.at(-1)
      if (last && frame.first > last.end) frames.length = 0
      last = frames.at(-1)
      while (last && last.first >= frame.first) {
        frames.pop()
        last = frames.at(-1)
      }
      if (last && last.end > frame.first) frames[frames.length - 1] = { ...last, end: frame.first }
      frames.push(frame)
    },
    *from(update) {
      let [low, high] = [0, frames.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((frames[middle]?.end ?? 0) <= update) low = middle + 1
        else high = middle
      }
      for (; low < frames.length; low++) yield frames[low] as IndexedFrame
    },
  }
}
