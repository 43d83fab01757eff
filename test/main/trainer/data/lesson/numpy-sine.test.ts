import { expect, it } from 'vitest'
import { numpyWave } from '../../../../../main/trainer/data/lesson/numpy-sine'
import numpy from '../../../../fixtures/reference/numpy-sine.json' with { type: 'json' }

it('is that of NumPy to the last bit, which is not the nearest', () => {
  const { angles, sines, cosines } = numpy
  expect(angles.map((angle) => numpyWave('sine', angle))).toEqual(sines)
  expect(angles.map((angle) => numpyWave('cosine', angle))).toEqual(cosines)
  expect(angles.map((angle) => Math.fround(Math.sin(angle)))).not.toEqual(sines)
})
