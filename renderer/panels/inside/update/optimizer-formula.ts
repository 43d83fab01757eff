import type { InsideUpdate } from '@contract/inside/update'
import { inThree } from '../frame/in-three'

/** The rule of an optimiser for one weight: a line a formula, first in letters and then in numbers. */
export function optimizerFormula({
  optimizer,
  learningRate,
  momentum,
  optimizerUpdate: t,
  weight,
}: Pick<
  InsideUpdate,
  'optimizer' | 'learningRate' | 'momentum' | 'optimizerUpdate' | 'weight'
>): readonly string[] {
  const { clipped, before, after, slotsBefore, slotsAfter } = weight
  const [g, p, next] = [inThree(clipped), inThree(before), inThree(after)]
  const [was = '', wasSecond = ''] = slotsBefore.map(inThree)
  const [is = '', isSecond = ''] = slotsAfter.map(inThree)
  const rate = inThree(learningRate)
  switch (optimizer) {
    case 'adam':
      return [
        `m ← m + 0.1 (g − m) = ${was} + 0.1 (${g} − ${was}) = ${is}`,
        `v ← 0.999 v + 0.001 g² = 0.999 · ${wasSecond} + 0.001 · (${g})² = ${isSecond}`,
        `w ← w − lr / (1 − 0.9^${t}) · m / (√v / √(1 − 0.999^${t}) + 10⁻⁸)`,
        `  = ${p} − ${rate} / ${inThree(1 - 0.9 ** t)} · ${is} / (${inThree(Math.sqrt(slotsAfter[1] ?? 0))} / ${inThree(Math.sqrt(1 - 0.999 ** t))} + 10⁻⁸) = ${next}`,
      ]
    case 'adam-tensorflow':
      return [
        `m ← m + 0.1 (g − m) = ${was} + 0.1 (${g} − ${was}) = ${is}`,
        `v ← 0.999 v + 0.001 g² = 0.999 · ${wasSecond} + 0.001 · (${g})² = ${isSecond}`,
        `w ← w − lr · √(1 − 0.999^${t}) / (1 − 0.9^${t}) · m / (√v + 10⁻⁸)`,
        `  = ${p} − ${inThree((learningRate * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t))} · ${is} / (${inThree(Math.sqrt(slotsAfter[1] ?? 0))} + 10⁻⁸) = ${next}`,
      ]
    case 'rmsprop':
      return [
        `v ← 0.99 v + 0.01 g² = 0.99 · ${was} + 0.01 · (${g})² = ${is}`,
        `w ← w − lr · g / (√v + 10⁻⁸)`,
        `  = ${p} − ${rate} · ${g} / (${inThree(Math.sqrt(slotsAfter[0] ?? 0))} + 10⁻⁸) = ${next}`,
      ]
    case 'sgd':
      return [
        `b ← momentum · b + g = ${inThree(momentum)} · ${was} + ${g} = ${is}`,
        `w ← w − lr · b = ${p} − ${rate} · ${is} = ${next}`,
      ]
  }
}
