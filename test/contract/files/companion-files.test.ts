import { companionNames, stemOf } from '@contract/files/companion-files'
import { EXPORT_FORMATS, type ExportFormat } from '@contract/files/weight-formats'
import { describe, expect, it } from 'vitest'

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[]

describe('the files beside an exported one', () => {
  it('are the weights of a TensorFlow.js model', () => {
    expect(companionNames('model.json', { format: 'tfjs', script: false })).toEqual(['model.weights.bin'])
  })

  it('are the script, where one was asked for and the format has one', () => {
    for (const format of FORMATS) {
      const { ending, scripts } = EXPORT_FORMATS[format]
      const beside = (script: boolean) => companionNames(`run${ending}`, { format, script })
      expect(beside(true).includes('run.py')).toBe(scripts)
      expect(beside(false)).not.toContain('run.py')
    }
  })

  it('never have the name of the file itself', () => {
    for (const format of FORMATS)
      for (const name of ['run', 'run.py', 'run.weights.bin', 'run.weights.h5', '.json'])
        expect(companionNames(name + EXPORT_FORMATS[format].ending, { format, script: true })).not.toContain(
          name + EXPORT_FORMATS[format].ending,
        )
  })

  it('are named after it without its ending, all of it and in any case', () => {
    expect(stemOf('run.weights.h5', { format: 'keras' })).toBe('run')
    expect(stemOf('Run.SafeTensors', { format: 'safetensors' })).toBe('Run')
    expect(stemOf('v1.2', { format: 'npz' })).toBe('v1.2')
  })
})
