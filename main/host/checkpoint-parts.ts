import type { FromTrainer } from '@contract/wire/trainer-wire'

type Told = Extract<FromTrainer, { kind: 'event' }>

/** What a trainer tells, with every checkpoint in one piece. */
export type TrainerEvent = Exclude<Told, { name: 'checkpointPart' }>

/**
 * Joins the parts of a trainer's large checkpoints; one that another takes the place of, or that the trainer's end cuts
 * off, never counts.
 *
 * @returns null for a part that makes none whole
 */
export function createPartJoiner(): (event: Told) => TrainerEvent | null {
  let file = new Uint8Array()
  let filled = 0
  return (event) => {
    if (event.name === 'checkpointTaken') file = new Uint8Array()
    if (event.name !== 'checkpointPart') return event
    const { runId, updatesDone, from, total, bytes } = event.payload
    if (from === 0) [file, filled] = [new Uint8Array(total), 0]
    if (from !== filled || total !== file.length)
      throw new Error(`a part of a checkpoint is missing at ${filled}`)
    file.set(bytes, from)
    filled += bytes.length
    if (filled < total) return null
    const present = file
    file = new Uint8Array()
    return { kind: 'event', name: 'checkpointTaken', payload: { runId, updatesDone, present, initial: null } }
  }
}
