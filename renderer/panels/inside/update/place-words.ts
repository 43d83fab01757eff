import type { InsideUpdate } from '@contract/inside/update'
import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { inThree } from '../frame/in-three'
import { optimizerFormula } from './optimizer-formula'
import type { UpdatePlace } from './places'

/** Terms of a sum that are written out; of more only the first and the last. */
const MOST_TERMS = 4

const OPTIMIZER_NAMES: { readonly [Name in InsideUpdate['optimizer']]: Text } = {
  adam: text('settings.adam'),
  'adam-tensorflow': text('settings.adamOfTensorflow'),
  rmsprop: text('settings.rmsprop'),
  sgd: text('settings.sgd'),
}

const BROKEN: { readonly [What in NonNullable<InsideUpdate['broke']>]: Text } = {
  loss: text('insideUpdate.brokeLoss'),
  gradient: text('insideUpdate.brokeGradient'),
  weights: text('insideUpdate.brokeWeights'),
}

/** What happens at a place of an update: a sentence, and formulas with its numbers. */
export type PlaceWords = { readonly sentence: string; readonly formulas: readonly string[] }

/** @param layer whose states and gradients are told, from 0 */
export function placeWords(update: InsideUpdate, place: UpdatePlace, layer: number, say: Say): PlaceWords {
  const stateNorms = update.stateNorms[layer] ?? new Float64Array(0)
  const gradientNorms = update.gradientNorms[layer] ?? new Float64Array(0)
  const inStep = (values: Float64Array, step: number) =>
    Array.from(values.subarray(step * update.outputs, (step + 1) * update.outputs), inThree).join(', ')
  switch (place.kind) {
    case 'state':
      return only(say('insideUpdate.state', { norm: inThree(stateNorms[0] ?? 0) }))
    case 'forward': {
      const { step } = place
      const [at, norm] = [subscript(step + 1), inThree(stateNorms[step + 1] ?? Number.NaN)]
      const [said, meant, error] = [update.predictions, update.targets, squaredErrors(update)].map((values) =>
        inStep(values, step),
      )
      return {
        sentence: say('insideUpdate.forward', { step: step + 1 }),
        formulas: [`‖h${at}‖ = ${norm}   ŷ${at} = ${said}   y${at} = ${meant}   (ŷ − y)² = ${error}`],
      }
    }
    case 'loss': {
      const errors = [...squaredErrors(update)].filter(Number.isFinite)
      const { batch, batchLoss, loss } = update
      return {
        sentence: say('insideUpdate.loss'),
        formulas: [
          `L = (${sumOf(errors)}) / ${errors.length} = ${inThree(loss)}`,
          ...(batch > 1 ? [say('insideUpdate.batchLoss', { batch, loss: inThree(batchLoss) })] : []),
        ],
      }
    }
    case 'backward': {
      const { step } = place
      const [at, norm] = [subscript(step + 1), inThree(gradientNorms[step + 1] ?? Number.NaN)]
      return {
        sentence: say('insideUpdate.backward', { step: step + 1 }),
        formulas: [
          `∂L/∂ŷ${at} = 2 (ŷ − y) / N = ${inStep(update.byPredictions, step)}`,
          `‖∂L/∂h${at}‖ = ${norm}, ${say('insideUpdate.comesBack')}`,
        ],
      }
    }
    case 'wall':
      return only(say('insideUpdate.wall', { norm: inThree(gradientNorms[0] ?? 0) }))
    default:
      return update.broke ? only(say(BROKEN[update.broke])) : endWords(update, place.kind, say)
  }
}

function endWords(update: InsideUpdate, kind: 'clip' | 'optimizer' | 'weights', say: Say): PlaceWords {
  const { norm, greatest, share, weight } = update
  if (kind === 'clip') {
    const values = { norm: inThree(norm), greatest: inThree(greatest), share: inThree(share) }
    const how =
      greatest === 0
        ? say('insideUpdate.notClipped', values)
        : say(share < 1 ? 'insideUpdate.clipped' : 'insideUpdate.shortEnough', values)
    return { sentence: say('insideUpdate.clip'), formulas: [how] }
  }
  if (kind === 'optimizer') {
    const name = say(OPTIMIZER_NAMES[update.optimizer])
    return {
      sentence: say('insideUpdate.optimizer', { name, weight: weightName(weight) }),
      formulas: optimizerFormula(update),
    }
  }
  const values = { before: inThree(update.loss), after: inThree(update.lossAfter) }
  return { sentence: say('insideUpdate.weights'), formulas: [say('insideUpdate.lossAfter', values)] }
}

/** A weight as PyTorch writes it: `rnn.weight_hh_l0[3, 17]`, counted from 0. */
export function weightName({ tensor, index, shape }: InsideUpdate['weight']): string {
  const [, columns = 1] = shape
  const place = shape.length > 1 ? `${Math.floor(index / columns)}, ${index % columns}` : String(index)
  return `${tensor}[${place}]`
}

function only(sentence: string): PlaceWords {
  return { sentence, formulas: [] }
}

function squaredErrors({ predictions, targets }: InsideUpdate): Float64Array {
  return predictions.map((prediction, i) => (prediction - (targets[i] ?? Number.NaN)) ** 2)
}

function sumOf(terms: readonly number[]): string {
  const written = terms.map(inThree)
  if (written.length <= MOST_TERMS) return written.join(' + ')
  return `${written.slice(0, MOST_TERMS - 1).join(' + ')} + … + ${written.at(-1)}`
}

/** 12 as ₁₂. */
function subscript(number: number): string {
  return [...String(number)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')
}
