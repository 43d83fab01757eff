import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { mismatch } from '../base/file-sentence'
import type { RecurrentModule } from './modules'

/** What a module takes and gives, as its first kernels say: [gates · hidden, inputs] and [gates · hidden, hidden]. */
type Sizes = { readonly inputs: number; readonly rows: number; readonly hidden: number }

/** Two modules of these names are not fed one by the other: the second gets the last state of the first, again and again. */
const OF_TWO_PARTS = /(?:^|[^a-z])(?:enc|dec)(?:oder)?(?:$|[^a-z])/i

/**
 * Puts recurrent modules in the order in which one is fed by the other, the one that takes the inputs first. Taken only
 * where there is no other way: one cell, one size, and an order that follows from the shapes or from numbers in the names.
 *
 * Fails with `weights-mismatch`, naming the modules.
 */
export function stackOf(modules: readonly RecurrentModule[]): Result<readonly RecurrentModule[]> {
  if (modules.length < 2) return ok(modules)
  const parts = modules.find(({ path }) => OF_TWO_PARTS.test(path))
  if (parts) return mismatch(text('torch.encoderAndDecoder', { path: parts.path }))
  const first = sizesOf(modules[0])
  const odd = modules.find((module) => {
    const { rows, hidden } = sizesOf(module)
    return rows !== first.rows || hidden !== first.hidden
  })
  if (odd) return mismatch(text('torch.unlikeModules', { first: kernelOf(modules[0]), other: kernelOf(odd) }))
  const ordered = byNumber(modules) ?? byInputs(modules, first.hidden)
  if (!ordered) return mismatch(text('torch.orderUnknown', { paths: pathsOf(modules) }))
  const wrong = ordered.find((module, i) => i > 0 && sizesOf(module).inputs !== first.hidden)
  if (wrong)
    return mismatch(
      text('torch.otherOrder', {
        paths: pathsOf(ordered),
        hidden: first.hidden,
        path: wrong.path,
        found: sizesOf(wrong).inputs,
      }),
    )
  return ok(ordered)
}

function pathsOf(modules: readonly RecurrentModule[]): string[] {
  return modules.map(({ path }) => path)
}

function sizesOf(module: RecurrentModule | undefined): Sizes {
  const layer = module?.layers.get(0)
  const [rows = 0, hidden = 0] = layer?.weightHh?.shape ?? []
  return { inputs: layer?.weightIh?.shape[1] ?? 0, rows, hidden }
}

function kernelOf(module: RecurrentModule | undefined): { path: string; shape: string } {
  return {
    path: module?.path ?? '',
    shape: module?.layers.get(0)?.weightHh?.shape.join(', ') ?? '',
  }
}

/**
 * The order of names that are the same but for a number: `lstm1`, `lstm2`; also `lstm`, `lstm_1` as Keras counts, which
 * repeats it in the name of the cell. Null for other names.
 */
function byNumber(modules: readonly RecurrentModule[]): readonly RecurrentModule[] | null {
  const split = modules.map(({ path }) => path.split(/[./]/))
  const parts = split[0]?.map((_, part) => split.map((names) => names[part] ?? '')) ?? []
  if (split.some((names) => names.length !== parts.length)) return null
  const numberings = parts.filter((names) => new Set(names).size > 1).map(numbersOf)
  const [first, ...others] = numberings
  if (!first || others.some((numbers) => numbers?.join() !== first.join())) return null
  const order = new Map(modules.map((module, i) => [module, first[i] ?? 0]))
  return modules.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
}

/** The numbers in names that are otherwise the same, all of them different; 0 for none; null for other names. */
function numbersOf(names: readonly string[]): readonly number[] | null {
  const found = names.map((name) => /^(.*?)_?(\d{0,9})(\D*)$/.exec(name) ?? ['', name, '', ''])
  const stems = new Set(found.map(([, before, , after]) => `${before}#${after}`))
  const numbers = found.map(([, , number]) => Number(number))
  return stems.size === 1 && new Set(numbers).size === names.length ? numbers : null
}

/** Of two modules the one that takes as many numbers as a hidden state has is the second; null where both or none could be. */
function byInputs(modules: readonly RecurrentModule[], hidden: number): readonly RecurrentModule[] | null {
  if (modules.length !== 2) return null
  const firsts = modules.filter((module) => sizesOf(module).inputs !== hidden)
  return firsts.length === 1 ? [...firsts, ...modules.filter((module) => !firsts.includes(module))] : null
}
