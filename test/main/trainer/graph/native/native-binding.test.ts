import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { checkBackend } from '../../../../../main/trainer/graph/native/native-binding'
import { tf } from '../../../../../main/trainer/tensorflow'

const PARTS = [
  'write',
  'read',
  'readSync',
  'getInputTensorIds',
  'createOutputTensor',
  'binding.createTensor',
  'binding.deleteTensor',
  'binding.executeOp',
  'binding.loadSavedModel',
  'binding.deleteSavedModel',
  'binding.runSavedModel',
  'binding.setCalls',
  'binding.mayBegin',
  'binding.isBegunDone',
  'binding.TF_ATTR_TYPE',
  'binding.TF_ATTR_INT',
  'binding.TF_ATTR_BOOL',
  'binding.TF_ATTR_FLOAT',
  'binding.TF_ATTR_SHAPE',
  'binding.TF_ATTR_STRING',
  'tensorMap.get',
]

/** The real backend as far as it is looked at, without one part. */
function backendWithout(part: string): object {
  const real = tf.backend() as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  const pick = (names: readonly string[], from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map((name) => [name, from[name]]))
  const kept = PARTS.filter((name) => name !== part)
  const inside = (owner: string) =>
    kept.filter((name) => name.startsWith(`${owner}.`)).map((name) => name.slice(owner.length + 1))
  return {
    ...pick(
      kept.filter((name) => !name.includes('.')),
      real,
    ),
    binding: pick(inside('binding'), real.binding ?? {}),
    tensorMap: pick(inside('tensorMap'), real.tensorMap ?? {}),
  }
}

describe('the inside of tfjs-node', () => {
  it('is that of the version it was written for', () => {
    const path = createRequire(import.meta.url).resolve('@tensorflow/tfjs-node/package.json')
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }
    expect(version, 'Read its backend again before you change this number: see native-binding.ts.').toBe(
      '4.22.0',
    )
    expect(() => checkBackend(tf.backend())).not.toThrow()
  })

  it('is looked at no further than is needed', () => {
    expect(() => checkBackend(backendWithout('nothing'))).not.toThrow()
  })

  it.each(PARTS)('is said to have changed without %s', (part) => {
    expect(() => checkBackend(backendWithout(part))).toThrow(
      new RegExp(
        `expects the inside of tfjs-node 4.22, but its backend has no ${part.replace('.', '\\.')}[(;]`,
      ),
    )
  })

  it('is said to have changed without all of it', () => {
    expect(() => checkBackend({})).toThrow('write(), read(), readSync()')
  })
})
