import { useMemo } from 'react'
import { useAppState, useSay } from '../../../../app-world'
import { largestFirst } from '../largest'
import { activationName, letterOf, sumFormula, written } from './formulas'
import { nameOf, type SumLine, type Term, termsOf } from './terms'

/** Terms that are shown before the rest is folded away. */
const MOST = 5

type Props = {
  readonly line: SumLine
  readonly layer: number
  /** Of the unit or the output, from 1. */
  readonly number: number
  readonly isLstm: boolean
}

/** A sum with its numbers: a formula, its terms, the largest first, and what becomes of it. */
export function SumTerms({ line, layer, number, isLstm }: Props) {
  const say = useSay()
  const facts = useAppState((state) => state.description?.facts ?? null)
  const { first, rest } = useMemo(() => largestFirst(termsOf(line), ({ product }) => product, MOST), [line])
  const hasLoneInput = line.terms.some(({ from, weights }) => from === 'input' && weights.length === 1)
  const letter = letterOf(line.what, number, isLstm)
  const row = (term: Term) => {
    const { from, index, factor, weight, value, product } = term
    const isBias = from === 'bias' || from === 'recurrentBias'
    const factors = [...(factor === 1 ? [] : [factor]), weight, ...(isBias ? [] : [value])]
    return (
      <li key={`${from} ${index}`}>
        <span className="term-product">{written(product)}</span>
        <span className="term-factors">{factors.length > 1 && `= ${factors.map(written).join(' · ')}`}</span>
        <span className="term-name">{say(nameOf(term, layer, facts))}</span>
      </li>
    )
  }
  return (
    <div className="sum" data-testid={`inside-sum-${line.what}`}>
      <p className="sum-formula">
        {letter} = {sumFormula(line, [...first, ...rest], hasLoneInput)} = {written(line.value)}
      </p>
      <ul className="terms" aria-label={say('states.termsOf', { letter })}>
        {first.map(row)}
        {rest.length > 0 && (
          <li className="term-rest">
            <details>
              <summary>
                {say('states.moreTerms', {
                  count: rest.length,
                  sum: written(rest.reduce((sum, { product }) => sum + product, 0)),
                })}
              </summary>
              <ul className="terms">{rest.map(row)}</ul>
            </details>
          </li>
        )}
        <li className="term-sum">
          {line.activation === null
            ? say('states.sum', { sum: written(line.sum) })
            : say('states.sumActivated', {
                sum: written(line.sum),
                formula: `${activationName(line.activation)}(${written(line.sum)}) = ${written(line.value)}`,
              })}
        </li>
      </ul>
    </div>
  )
}
