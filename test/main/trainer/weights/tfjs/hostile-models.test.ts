import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import { readWeights } from '../../../../../main/trainer/exchange/import-weights'
import { isSentence } from '../any-mutation'
import { decode } from './files'
import { GOOD, HOSTILE_MODELS, WEIGHTS } from './hostile-models'

describe('a model that is none of ours is refused with one sentence', () => {
  it.each(HOSTILE_MODELS)('$what', async ({ bytes, folder, says }) => {
    const result = await decode(bytes, folder)
    expect(result.ok ? '' : inEnglish(result.error.text)).toBe(says)
  })

  it('which says what to do', () => {
    const own = HOSTILE_MODELS.filter(({ says }) => says.startsWith('This file'))
    expect(own.length).toBe(HOSTILE_MODELS.length - 1)
    for (const { says } of own) expect(isSentence(says)).toBe(true)
    expect(new Set(HOSTILE_MODELS.map(({ what }) => what)).size).toBe(HOSTILE_MODELS.length)
  })

  it('while the model that they were made of is read', async () => {
    expect((await decode(GOOD.bytes, { [WEIGHTS.name]: WEIGHTS.bytes })).ok).toBe(true)
  })
})

describe('a model on the disk', () => {
  const model = JSON.parse(new TextDecoder().decode(GOOD.bytes))
  const written = (change: (model: { weightsManifest: { paths: string[] }[] }) => void) => {
    const folder = mkdtempSync(join(tmpdir(), 'unroll-hostile-'))
    const changed = structuredClone(model)
    change(changed)
    writeFileSync(join(folder, 'model.json'), JSON.stringify(changed))
    writeFileSync(join(folder, WEIGHTS.name), WEIGHTS.bytes)
    return folder
  }

  it('is read with the file beside it', async () => {
    const folder = written(() => {})
    const read = await readWeights(join(folder, 'model.json'), LESSON)
    expect(read.ok && read.value.weights.config.network.cell).toBe('lstm')
    rmSync(folder, { recursive: true })
  })

  it('gets nothing out of another folder, though the file is there', async () => {
    const folder = written(({ weightsManifest: [group] }) => {
      if (group) group.paths = [`../${WEIGHTS.name}`]
    })
    writeFileSync(join(folder, '..', WEIGHTS.name), WEIGHTS.bytes)
    const read = await readWeights(join(folder, 'model.json'), LESSON)
    expect(read.ok ? '' : inEnglish(read.error.text)).toBe(
      '"model.json" is not a layers model of TensorFlow.js: its weights should lie in the same folder, but it names "../model.weights.bin"; choose a .json file saved by Unroll or by model.save.',
    )
    rmSync(join(folder, '..', WEIGHTS.name))
    rmSync(folder, { recursive: true })
  })
})
