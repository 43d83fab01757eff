import type { UpdateBatch } from '@contract/run/run'

/** A batch whose every number tells which update, and which making of it, it comes from. */
export function batchOf(
  runId: string,
  firstUpdate: number,
  updates: number,
  making = 0,
  points = 3,
  outputs = 1,
): UpdateBatch {
  const of = (column: number) =>
    Float32Array.from({ length: updates }, (_, i) => firstUpdate + i + making * 1000 + column / 8)
  const long = (column: number, each = 1) =>
    Float32Array.from(
      { length: updates * points * each },
      (_, i) =>
        firstUpdate +
        Math.floor(i / (points * each)) +
        making * 1000 +
        column / 8 +
        (i % (points * each)) / 64,
    )
  const double = (column: number) => Float64Array.from(of(column), (value) => value + 2 ** -40)
  return {
    runId,
    firstUpdate,
    losses: of(0),
    gradientNorms: of(1),
    validationLosses: of(7),
    lengths: new Uint32Array(updates).fill(points),
    starts: double(2),
    steps: double(6),
    outputs,
    inputs: long(3),
    targets: long(4, outputs),
    predictions: long(5, outputs),
    updatesPerSecond: 0,
  }
}
