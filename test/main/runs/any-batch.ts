import type { UpdateBatch } from '@contract/run/run'

/** A batch whose every number tells which update, and which making of it, it comes from. */
export function batchOf(
  runId: string,
  firstUpdate: number,
  updates: number,
  making = 0,
  points = 3,
): UpdateBatch {
  const of = (column: number) =>
    Float32Array.from({ length: updates }, (_, i) => firstUpdate + i + making * 1000 + column / 8)
  const long = (column: number) =>
    Float32Array.from(
      { length: updates * points },
      (_, i) => firstUpdate + Math.floor(i / points) + making * 1000 + column / 8 + (i % points) / 64,
    )
  return {
    runId,
    firstUpdate,
    losses: of(0),
    gradientNorms: of(1),
    lengths: new Uint32Array(updates).fill(points),
    times: long(2),
    inputs: long(3),
    targets: long(4),
    predictions: long(5),
    updatesPerSecond: 0,
  }
}
