import type { UpdateBatch } from '@contract/run/run'
import { UPDATE_CREDITS } from '@contract/wire/trainer-wire'
import { describe, expect, it } from 'vitest'
import { createUpdateStream, type ShownUpdate } from '../../../../main/trainer/run/update-stream'

/** Update `n`, told apart from every other by its numbers; its window has `points` time steps. */
function record(n: number, points = 3): ShownUpdate {
  const numbers = (offset: number) => Float32Array.from({ length: points }, (_, i) => n * 100 + offset + i)
  return {
    loss: n,
    gradientNorm: n / 2,
    validationLoss: n % 2 === 0 ? n / 4 : Number.NaN,
    start: n * 1000 + 2 ** -30,
    step: n / 3,
    inputs: numbers(20),
    targets: numbers(40),
    predictions: numbers(60),
  }
}

function createStream(isFlatOut = false) {
  const sent: UpdateBatch[] = []
  const stream = createUpdateStream(
    (batch) => sent.push(batch),
    () => 7,
    () => isFlatOut,
  )
  stream.open('a run', 1)
  return { sent, stream }
}

describe('the stream of updates', () => {
  it('gathers updates into one batch, in order, with windows of any length', () => {
    const { sent, stream } = createStream()
    stream.add(record(1, 2))
    stream.add(record(2, 4))
    expect(stream.flushIfDue(0)).toBe(true)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ runId: 'a run', firstUpdate: 1, updatesPerSecond: 7 })
    expect(sent[0]?.losses).toEqual(Float32Array.of(1, 2))
    expect(sent[0]?.gradientNorms).toEqual(Float32Array.of(0.5, 1))
    expect(sent[0]?.validationLosses).toEqual(Float32Array.of(Number.NaN, 0.5))
    expect(sent[0]?.lengths).toEqual(Uint32Array.of(2, 4))
    expect(sent[0]?.starts).toEqual(Float64Array.of(1000 + 2 ** -30, 2000 + 2 ** -30))
    expect(sent[0]?.steps).toEqual(Float64Array.of(1 / 3, 2 / 3))
    expect(sent[0]?.outputs).toBe(1)
    expect(sent[0]?.inputs).toEqual(Float32Array.of(120, 121, 220, 221, 222, 223))
    expect(sent[0]?.targets).toEqual(Float32Array.of(140, 141, 240, 241, 242, 243))
    expect(sent[0]?.predictions).toEqual(Float32Array.of(160, 161, 260, 261, 262, 263))
  })

  it('keeps the outputs of each time step together', () => {
    const { sent, stream } = createStream()
    const two = (n: number) => ({
      ...record(n),
      targets: record(n, 6).targets,
      predictions: record(n, 6).predictions,
    })
    stream.add(two(1))
    stream.add(two(2))
    stream.flush(0)
    expect(sent[0]?.outputs).toBe(2)
    expect(sent[0]?.inputs).toEqual(Float32Array.of(120, 121, 122, 220, 221, 222))
    expect(sent[0]?.predictions).toEqual(
      Float32Array.of(160, 161, 162, 163, 164, 165, 260, 261, 262, 263, 264, 265),
    )
  })

  it('sends at most about once a frame', () => {
    const { sent, stream } = createStream()
    stream.add(record(1))
    expect(stream.flushIfDue(0)).toBe(true)
    stream.add(record(2))
    expect(stream.flushIfDue(5)).toBe(false)
    expect(sent).toHaveLength(1)
    expect(stream.flushIfDue(16)).toBe(true)
    expect(sent[1]?.firstUpdate).toBe(2)
  })

  it('sends at most in every second frame flat out, and in every one where there is much to send', () => {
    const { sent, stream } = createStream(true)
    stream.add(record(1))
    expect(stream.flushIfDue(0)).toBe(true)
    stream.add(record(2))
    expect(stream.flushIfDue(32)).toBe(false)
    expect(stream.flushIfDue(33)).toBe(true)
    stream.add(record(3, 4999))
    expect(stream.flushIfDue(49)).toBe(false)
    stream.add(record(4, 1))
    expect(stream.flushIfDue(48)).toBe(false)
    expect(stream.flushIfDue(49)).toBe(true)
    expect(sent.map(({ firstUpdate }) => firstUpdate)).toEqual([1, 2, 3])
  })

  it('waits for a page that does not keep up, tells when it is full, and loses nothing', () => {
    const { sent, stream } = createStream()
    let now = 0
    let update = 0
    while (!stream.full()) {
      update += 1
      now += 20
      stream.add(record(update, 100))
      stream.flushIfDue(now)
    }
    expect(sent).toHaveLength(UPDATE_CREDITS)
    stream.acknowledge(1)
    expect(stream.flushIfDue(now + 20)).toBe(true)
    expect(stream.full()).toBe(false)
    const losses = sent.flatMap((batch) => [...batch.losses])
    expect(losses).toEqual(Array.from({ length: update }, (_, i) => i + 1))
  })

  it('never holds more credits than a page can have under way', () => {
    const { sent, stream } = createStream()
    stream.acknowledge(1000)
    for (let n = 1; n <= UPDATE_CREDITS + 3; n += 1) {
      stream.add(record(n))
      stream.flushIfDue(n * 20)
    }
    expect(sent).toHaveLength(UPDATE_CREDITS)
  })

  it('sends the last updates of a run even to a page that is behind', () => {
    const { sent, stream } = createStream()
    for (let n = 1; n <= UPDATE_CREDITS + 1; n += 1) {
      stream.add(record(n))
      stream.flushIfDue(n * 20)
    }
    stream.flush(1000)
    expect(sent.at(-1)?.firstUpdate).toBe(UPDATE_CREDITS + 1)
  })

  it('forgets what another page left unacknowledged, and what was not sent of another run', () => {
    const { sent, stream } = createStream()
    for (let n = 1; n <= UPDATE_CREDITS + 1; n += 1) {
      stream.add(record(n))
      stream.flushIfDue(n * 20)
    }
    stream.open('another run', 61)
    stream.forgetPage()
    stream.add(record(61))
    expect(stream.flushIfDue(1000)).toBe(true)
    expect(sent.at(-1)).toMatchObject({ runId: 'another run', firstUpdate: 61 })
    expect(sent.at(-1)?.losses).toEqual(Float32Array.of(61))
  })
})
