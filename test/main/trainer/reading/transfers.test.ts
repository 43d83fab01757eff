import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXPORT_FORMATS, WEIGHT_FORMATS } from '@contract/files/weight-formats'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exportWeights } from '../../../../main/trainer/exchange/export-weights'
import { readWeights } from '../../../../main/trainer/exchange/import-weights'
import { transfersOf } from '../../../../main/trainer/reading/transfers'
import { drawnWeights } from '../weights/drawn-weights'

describe('what a thread hands over', () => {
  it.each(WEIGHT_FORMATS.filter((format) => EXPORT_FORMATS[format].loads))(
    'is what was read of %s, to the last number, and none is left behind',
    async (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'unroll-transfer-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const path = join(folder, `a${EXPORT_FORMATS[format].ending}`)
      const choice = { format, names: 'pytorch', script: false } as const
      expect(await exportWeights(path, choice, drawnWeights({ cell: 'lstm', hiddenUnits: 3 }))).toMatchObject(
        { ok: true },
      )
      const [kept, given] = [await readWeights(path, LESSON), await readWeights(path, LESSON)]
      if (!kept.ok || !given.ok) throw new Error('it was written to be read')
      const there = structuredClone(given, { transfer: transfersOf(given.value.weights) })
      expect(there).toEqual(kept)
      const { parameters, states } = given.value.weights.snapshot
      for (const { values } of [...parameters.values(), ...states]) expect(values).toHaveLength(0)
    },
  )
})
