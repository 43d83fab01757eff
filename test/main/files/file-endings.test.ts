import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { openFilters, saveFilters, withEnding } from '../../../main/files/file-endings'

describe('the name of a file that is saved', () => {
  it('gets the ending of its format when it has another or none', () => {
    expect(withEnding('/a.b/weights', 'safetensors')).toBe('/a.b/weights.safetensors')
    expect(withEnding('/a/weights.bin', 'safetensors')).toBe('/a/weights.bin.safetensors')
    expect(withEnding('/a/run.safetensors', 'npz')).toBe('/a/run.safetensors.npz')
    expect(withEnding('/a/v1.2', 'csv')).toBe('/a/v1.2.csv')
  })

  it('keeps an ending that is there, in whatever case', () => {
    for (const name of ['/a/run.weights.h5', '/a/Run.Weights.H5'])
      expect(withEnding(name, 'keras')).toBe(name)
    expect(withEnding('/a/run.JSON', 'tfjs')).toBe('/a/run.JSON')
  })

  it('gets the whole of an ending in two parts', () => {
    expect(withEnding('/a/run.h5', 'keras')).toBe('/a/run.weights.h5')
    expect(withEnding('/a/run.weights', 'keras')).toBe('/a/run.weights.weights.h5')
    expect(withEnding('/a/run', 'keras')).toBe('/a/run.weights.h5')
  })

  it('is never an ending alone', () => {
    expect(withEnding('/a/.npz', 'npz')).toBe('/a/.npz.npz')
  })
})

describe('the filters of the dialogs', () => {
  it('offer one format for saving', () => {
    expect(saveFilters('keras', inEnglish)).toEqual([
      { name: 'Keras weights (*.weights.h5)', extensions: ['h5'] },
      { name: 'All files', extensions: ['*'] },
    ])
  })

  it('offer all that can be loaded, then each format, and nothing that cannot', () => {
    const [all, ...each] = openFilters(inEnglish)
    expect(all).toEqual({
      name: 'All weight files',
      extensions: ['safetensors', 'npz', 'h5', 'keras', 'json'],
    })
    expect(each).toContainEqual({ name: 'Keras weights', extensions: ['h5', 'keras'] })
    expect(JSON.stringify(each)).not.toMatch(/onnx|csv/)
    expect(each.at(-1)?.extensions).toEqual(['*'])
  })
})
