import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeSavedModel } from '../../../../../main/trainer/graph/native/messages'
import { closeSession, openSession } from '../../../../../main/trainer/graph/native/session'
import { atOnce } from '../../../../../main/trainer/pieces'
import { graphCount } from '../graph-count'

const graph = (op: string, input: readonly string[]) =>
  atOnce(encodeSavedModel({ node: [{ name: 'node', op, input, attr: {} }], library: { function: [] } }))

describe('a native session', () => {
  let folder: string
  let before: ReturnType<typeof graphCount>
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unroll-session-test-'))
    vi.stubEnv('TMPDIR', folder)
    before = graphCount()
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
    expect(graphCount()).toEqual(before)
  })

  it('opens a graph and leaves no file', () => {
    const session = openSession(graph('NoOp', []))
    expect(readdirSync(folder)).toEqual([])
    expect(graphCount().sessions).toBe(before.sessions + 1)
    closeSession(session)
  })

  it.each([
    ['an op that there is not', graph('NoSuchOp', []), /NoSuchOp/],
    ['an input that there is not', graph('NoOp', ['nobody']), /nobody/],
    ['no attributes', graph('Const', []), /no value has been provided/],
    ['bytes that are no message', new Uint8Array([255, 255, 255]), /Read less bytes/],
  ])('says in words of TensorFlow why it cannot open a graph with %s', (_, bytes, words) => {
    expect(() => openSession(bytes)).toThrow(words)
  })
})
