import type { SourceFacts } from '@contract/data/source-facts'
import type { ArithmeticLine, Terms, TermsFrom } from '@contract/inside/arithmetic'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

export type SumLine = Extract<ArithmeticLine, { form: 'sum' }>

/** What a term is of; the index is among those of its kind, from 0. */
type TermOf = { readonly from: TermsFrom; readonly index: number }

/** One term of a sum. */
export type Term = TermOf & {
  readonly factor: number
  readonly weight: number
  readonly value: number
  readonly product: number
}

/** All terms of a sum, in the order in which they are told. */
export function termsOf({ terms }: SumLine): readonly Term[] {
  return terms.flatMap(({ from, factor, weights, values }: Terms) =>
    Array.from(weights, (weight, index) => {
      const value = values[index] as number
      return { from, index, factor, weight, value, product: factor * weight * value }
    }),
  )
}

const BELOW = '₀₁₂₃₄₅₆₇₈₉'

/** A number below a letter: h₁₂. */
export function lowered(number: number): string {
  return [...`${number}`].map((digit) => BELOW[Number(digit)]).join('')
}

/** What a term is called in a formula; of a lone input no number tells it apart. */
export function symbolOf({ from, index }: TermOf, isLone: boolean): string {
  switch (from) {
    case 'bias':
      return 'b'
    case 'recurrentBias':
      return 'b′'
    case 'before':
      return `h${lowered(index + 1)}[t−1]`
    case 'top':
      return `h${lowered(index + 1)}`
    default:
      return isLone ? 'x' : `x${lowered(index + 1)}`
  }
}

/** What a term is, in words. */
export function nameOf(
  { from, index }: TermOf,
  layer: number,
  facts: Pick<SourceFacts, 'inputs'> | null,
): Text {
  switch (from) {
    case 'bias':
      return text('states.bias')
    case 'recurrentBias':
      return text('states.recurrentBias')
    case 'before':
      return text('states.unitBefore', { unit: index + 1 })
    case 'top':
      return text('states.unitNumber', { unit: index + 1 })
    case 'below':
      return text('states.unitOfLayer', { unit: index + 1, layer })
    case 'input':
      return text('states.inputName', { name: facts?.inputs[index] ?? `${index + 1}` })
  }
}
