import { open } from 'node:fs/promises'
import { text } from '@contract/language/texts'
import type { UpdateBatch } from '@contract/run/run'
import { explain, isSystemError } from '../../disk/system-error'
import { framesIn, type RawFrame } from '../../record/frames-in'
import { between } from '../../record/record-columns'
import { decodeFrame, encodeFrame } from '../../record/record-frame'
import { shownOf } from '../data/windows/own-units'
import type { PreparedSeries } from '../data/windows/prepared'
import { RECORD } from './members'
import { ProjectFault } from './zip/project-fault'
import { readAt } from './zip/read-at'

/**
 * The record of a run as a project has it: its frames as they lie on the disk, up to an update.
 *
 * @param hasData whether the series may be read out of it: else inputs and targets are NaN, until it is opened where they are known
 * @throws ProjectFault where the disk does not give it
 */
export async function* recordUpTo(path: string, upTo: number, hasData: boolean): AsyncGenerator<Uint8Array> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const read = async (place: number, length: number) => {
        const found = await readAt(file, place, Math.max(0, Math.min(length, size - place)))
        return found?.bytes ?? new Uint8Array()
      }
      for await (const frame of framesIn(read)) {
        const { firstUpdate, updates } = frame.facts
        const isWhole = firstUpdate + updates - 1 <= upTo
        if (isWhole && hasData) yield frame.bytes
        else if (firstUpdate <= upTo) {
          const batch = between(batchIn(frame), firstUpdate, upTo)
          yield encodeFrame(hasData ? batch : withoutData(batch))
        }
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new ProjectFault(text('project.recordUnread', { why: explain(error.code) }))
  }
}

/** The updates of a whole frame; they belong to no run yet. @throws ProjectFault where its numbers do not fit each other */
export function batchIn({ bytes }: Pick<RawFrame, 'bytes'>): UpdateBatch {
  const batch = decodeFrame(bytes, '')
  if (!batch) throw new ProjectFault(text('project.otherRecord', { member: RECORD }))
  return batch
}

function withoutData(batch: UpdateBatch): UpdateBatch {
  const nothing = (values: Float32Array) => new Float32Array(values.length).fill(Number.NaN)
  return { ...batch, inputs: nothing(batch.inputs), targets: nothing(batch.targets) }
}

/** The updates with the inputs and targets of their series again: they follow from where each window begins. */
export function withData(batch: UpdateBatch, series: PreparedSeries): UpdateBatch {
  const inputs = new Float32Array(batch.inputs.length)
  const targets = new Float32Array(batch.targets.length)
  let at = 0
  for (const [i, timeSteps] of batch.lengths.entries()) {
    const shown = shownOf({ start: batch.starts[i] ?? 0, timeSteps }, series)
    inputs.set(shown.inputs, at)
    targets.set(shown.targets, at * batch.outputs)
    at += timeSteps
  }
  return { ...batch, inputs, targets }
}
