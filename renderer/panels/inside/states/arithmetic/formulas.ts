import type { ArithmeticLine } from '@contract/inside/arithmetic'
import { formatMark } from '../../../../store/words/format'
import { lowered, type SumLine, symbolOf, type Term } from './terms'

/** Terms that a formula is written with; all are in the list under it. */
const WRITTEN = 3

const LETTERS: { readonly [What in SumLine['what']]: string } = {
  ...{ prediction: 'ŷ', h: 'h', reset: 'r', update: 'z', candidate: 'n' },
  ...{ input: 'i', forget: 'f', output: 'o' },
}

/** A number of a formula, in four digits. */
export function written(value: number): string {
  return formatMark(Number(value.toPrecision(4)))
}

/** In brackets where it has a sign of its own. */
function factor(value: number): string {
  return value < 0 ? `(${written(value)})` : written(value)
}

/** What a line is about: the letter with the number of its unit or output. */
export function letterOf(what: SumLine['what'], number: number, isLstm: boolean): string {
  const letter = what === 'candidate' && isLstm ? 'g' : LETTERS[what]
  return `${letter}${lowered(number)}`
}

/** `tanh(0.31·x + 0.12·h₃ − …)`, with the terms that are given first. */
export function sumFormula({ activation }: SumLine, sorted: readonly Term[], hasLoneInput: boolean): string {
  const parts = sorted.slice(0, WRITTEN).map((term, at) => {
    const isBias = term.from === 'bias' || term.from === 'recurrentBias'
    const weight = term.factor * term.weight
    const sign = at === 0 ? (weight < 0 ? '−' : '') : weight < 0 ? ' − ' : ' + '
    const size = written(Math.abs(weight))
    return `${sign}${isBias ? size : `${size}·${symbolOf(term, hasLoneInput)}`}`
  })
  const sum = `${parts.join('')}${sorted.length > WRITTEN ? ' + …' : ''}`
  return activation === null ? sum : `${activationName(activation)}(${sum})`
}

export function activationName(activation: NonNullable<SumLine['activation']>): string {
  return activation === 'sigmoid' ? 'σ' : activation
}

/**
 * A line that is no sum, with its letters and then with its numbers.
 *
 * @param number of the unit, from 1
 */
export function stateFormula(line: Exclude<ArithmeticLine, SumLine>, number: number): string {
  const u = lowered(number)
  const value = written(line.value)
  switch (line.form) {
    case 'blend': {
      const { update: z, candidate: n, before } = line
      return `h${u} = (1 − z${u})·n${u} + z${u}·h${u}[t−1] = ${written(1 - z)}·${factor(n)} + ${written(z)}·${factor(before)} = ${value}`
    }
    case 'cell': {
      const { forget: f, before, input: i, candidate: g } = line
      return `c${u} = f${u}·c${u}[t−1] + i${u}·g${u} = ${written(f)}·${factor(before)} + ${written(i)}·${factor(g)} = ${value}`
    }
    case 'gated':
      return `h${u} = o${u}·tanh(c${u}) = ${written(line.output)}·tanh(${written(line.cell)}) = ${value}`
    case 'unscaled': {
      const sign = line.offset < 0 ? '−' : '+'
      return `ŷ${u}·${written(line.scale)} ${sign} ${written(Math.abs(line.offset))} = ${value}`
    }
  }
}
