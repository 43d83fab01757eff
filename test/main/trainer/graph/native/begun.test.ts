import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Compiled, compile } from '../../../../../main/trainer/graph/compile'
import { type Begun, canBegin, elsewhere } from '../../../../../main/trainer/graph/native/begun'
import { encodeSavedModel } from '../../../../../main/trainer/graph/native/messages'
import { beginSession, closeSession } from '../../../../../main/trainer/graph/native/session'
import { atOnce } from '../../../../../main/trainer/pieces'
import { type Tensor2D, tf } from '../../../../../main/trainer/tensorflow'
import { contentOf } from '../compare'
import { graphCount } from '../graph-count'

/** Products that take some milliseconds, so that a run is under way for a while. */
const SIZE = 256
const PRODUCTS = 12

type Products = Compiled<[Tensor2D], Tensor2D[]>

function products(x: Tensor2D): Tensor2D[] {
  let power = x
  for (let i = 0; i < PRODUCTS; i += 1) power = tf.tanh(tf.matMul(power, x))
  return [power, tf.add(power, 1)]
}

const graph = (op: string) =>
  atOnce(encodeSavedModel({ node: [{ name: 'node', op, input: [], attr: {} }], library: { function: [] } }))

/** A graph that is read for long. */
const large = () =>
  atOnce(
    encodeSavedModel({
      node: Array.from({ length: 50_000 }, (_, i) => ({ name: `node${i}`, op: 'NoOp', input: [], attr: {} })),
      library: { function: [] },
    }),
  )

describe('what another thread does', () => {
  let folder: string
  let before: ReturnType<typeof graphCount>
  beforeEach(() => {
    before = graphCount()
    folder = mkdtempSync(join(tmpdir(), 'unroll-begun-test-'))
    vi.stubEnv('TMPDIR', folder)
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await vi.waitFor(() => expect([canBegin(), readdirSync(folder)]).toEqual([true, []]))
    rmSync(folder, { recursive: true })
    expect(graphCount()).toEqual(before)
  })

  /** A compiled function, and numbers that it is run on. */
  function withProducts(action: (compiled: Products, x: Tensor2D) => void) {
    const x = tf.randomNormal([SIZE, SIZE], 0, 0.1, 'float32', 1) as Tensor2D
    const compiled = compile<[Tensor2D], Tensor2D[]>(products, [x])
    action(compiled, x)
    compiled.dispose()
    x.dispose()
  }

  it('is what this one does, to the last bit, whether it is waited for or not', () => {
    withProducts((compiled, x) => {
      const here = compiled.run(x)
      for (const isWaitedFor of [true, false]) {
        const begun = compiled.begin(x)
        if (isWaitedFor) while (!begun.isDone());
        const there = begun.take()
        expect(there.map(contentOf)).toEqual(here.map(contentOf))
        expect(() => begun.take()).toThrow(/once/)
        expect(begun.isDone()).toBe(false)
        tf.dispose(there)
      }
      tf.dispose(here)
    })
  })

  it('leaves this one free for calls of its own meanwhile', () => {
    withProducts((compiled, x) => {
      const begun = compiled.begin(x)
      expect(canBegin()).toBe(false)
      const [here, other] = [compiled.run(x), tf.matMul(x, x)]
      const there = begun.take()
      expect(there.map(contentOf)).toEqual(here.map(contentOf))
      tf.dispose([here, other, there])
    })
  })

  it('is one thing at a time', () => {
    withProducts((compiled, x) => {
      const begun = compiled.begin(x)
      expect(() => compiled.begin(x)).toThrow(/another call is under way/)
      tf.dispose(begun.take())
    })
  })

  it('may be dropped, its session closed and its numbers given back, at once', () => {
    for (let i = 0; i < 20; i += 1) {
      while (!canBegin());
      withProducts((compiled, x) => {
        compiled.begin(x).drop()
        if (i % 2 === 0) while (!canBegin());
      })
    }
    while (!canBegin());
  })

  it('begins nothing while what was dropped goes on, and nothing is left of what could not be begun or taken', () => {
    withProducts((compiled, x) => {
      compiled.begin(x).drop()
      if (!canBegin()) expect(() => compiled.begin(x)).toThrow(/another call is under way/)
      while (!canBegin());
      const other = compile<[Tensor2D], Tensor2D[]>(products, [x])
      const lost = other.begin(x)
      other.dispose()
      expect(() => lost.take()).toThrow(/not found/)
      while (!canBegin());
      tf.dispose(compiled.begin(x).take())
    })
  })

  it('checks what it is given as a run does', () => {
    withProducts((compiled, x) => {
      const other = tf.zeros([2, 2]) as Tensor2D
      expect(() => compiled.begin(other)).toThrow(/compiled for float32/)
      tf.dispose([other, compiled.begin(x).take()])
    })
  })

  it('opens a session, and leaves no file', () => {
    const begun = beginSession(graph('NoOp'))
    expect(graphCount().sessions).toBe(before.sessions)
    const session = begun.take()
    expect(graphCount().sessions).toBe(before.sessions + 1)
    closeSession(session)
    beginSession(graph('NoOp')).drop()
  })

  it('waits for no session that is not wanted any more, and begins the next thing behind it', () => {
    withProducts((compiled, x) => {
      beginSession(large()).drop()
      const next = elsewhere(
        () => compiled.begin(x),
        () => compiled.run(x),
      )
      // The opening takes some tenths of a second.
      const ending = next.next().value as Begun<unknown>
      expect([ending.isDone(), canBegin()]).toEqual([false, false])
      while (!ending.isDone());
      const begun = next.next().value as Begun<unknown>
      expect(canBegin()).toBe(false)
      while (!begun.isDone());
      tf.dispose(next.next().value as Tensor2D[])
    })
  })

  it('says in words of TensorFlow why it cannot open one, when it is taken', () => {
    expect(() => beginSession(graph('NoSuchOp')).take()).toThrow(/NoSuchOp/)
    beginSession(graph('NoSuchOp')).drop()
  })

  it('yields what the next piece would wait for, and drops it when that is called off', () => {
    withProducts((compiled, x) => {
      const pieces = () =>
        elsewhere(
          () => compiled.begin(x),
          () => compiled.run(x),
        )
      const [wanted, alone, unwanted] = [pieces(), pieces(), pieces()]
      const begun = wanted.next().value as Begun<unknown>
      // No other thread is free: made by this one, in one piece.
      const here = alone.next()
      expect(here.done).toBe(true)
      while (!begun.isDone());
      const there = wanted.next()
      expect((there.value as Tensor2D[]).map(contentOf)).toEqual((here.value as Tensor2D[]).map(contentOf))
      tf.dispose([here.value as Tensor2D[], there.value as Tensor2D[]])
      unwanted.next()
      unwanted.return([])
      while (!canBegin());
    })
  })
})
