import { type Tensor, tf } from '../../tensorflow'

/** Tensors in any arrangement of lists and records. */
export type TensorTree = Tensor | readonly TensorTree[] | { readonly [key: string]: TensorTree }

/**
 * The tensors of a tree, in a fixed order: lists by index, records by their keys' own order.
 * @throws Error that says where something else than a tensor, a list or a plain record is
 */
export function leavesOf(tree: TensorTree, name: string): Tensor[] {
  const leaves: Tensor[] = []
  const other = collect(tree, leaves)
  if (!other) return leaves
  throw new Error(
    `${name}${other.path} is ${describe(other.found)}; only tensors in lists and plain records can go in and out.`,
  )
}

/** Something that cannot be in a tree, and where it is. */
type Other = { readonly path: string; readonly found: unknown }

function collect(tree: TensorTree, leaves: Tensor[]): Other | null {
  if (tree instanceof tf.Tensor) {
    leaves.push(tree)
    return null
  }
  const isList = Array.isArray(tree)
  if (!isList && !isRecord(tree)) return { path: '', found: tree }
  const branches = tree as { readonly [key: string]: TensorTree }
  for (const key of isList ? tree.keys() : Object.keys(tree)) {
    const other = collect(branches[key] as TensorTree, leaves)
    if (other) return { ...other, path: `${isList ? `[${key}]` : `.${key}`}${other.path}` }
  }
  return null
}

/**
 * The tensors of a tree in the order of `pattern`, whatever the order of the tree's own keys.
 * @throws Error that says where the tree is not arranged as the pattern
 */
export function leavesLike(pattern: TensorTree, tree: TensorTree, name: string): Tensor[] {
  if (pattern instanceof tf.Tensor) {
    if (tree instanceof tf.Tensor) return [tree]
    throw new Error(`${name} should be a tensor, but is ${describe(tree)}.`)
  }
  const expected = Object.entries<TensorTree>(pattern)
  const [isList, keys] = [Array.isArray(tree), isRecord(tree) || Array.isArray(tree) ? Object.keys(tree) : []]
  const branches = tree as { readonly [key: string]: TensorTree }
  if (
    isList !== Array.isArray(pattern) ||
    keys.length !== expected.length ||
    expected.some(([key]) => !(key in branches))
  )
    throw new Error(`${name} should be ${describe(pattern)}, but is ${describe(tree)}.`)
  return expected.flatMap(([key, branch]) =>
    leavesLike(branch, branches[key] as TensorTree, `${name}.${key}`),
  )
}

/** A tree of the same arrangement with other leaves, given in the order of `leavesOf`. */
export function withLeaves<Tree extends TensorTree>(tree: Tree, leaves: readonly Tensor[]): Tree {
  const rest = leaves[Symbol.iterator]()
  const rebuild = (branch: TensorTree): TensorTree => {
    if (branch instanceof tf.Tensor) return rest.next().value as Tensor
    if (Array.isArray(branch)) return branch.map(rebuild)
    return Object.fromEntries(Object.entries(branch).map(([key, value]) => [key, rebuild(value)]))
  }
  // The arrangement is the same by construction, which the compiler cannot follow.
  return rebuild(tree) as Tree
}

/** What a tree looks like without its tensors; equal for equal arrangements. */
export function arrangementOf(tree: TensorTree): string {
  return JSON.stringify(tree, (_, branch) => (branch instanceof tf.Tensor ? 0 : branch))
}

function isRecord(value: unknown): value is { readonly [key: string]: TensorTree } {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function describe(value: unknown): string {
  if (value instanceof tf.Tensor) return 'a tensor'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (isRecord(value)) return `a record of ${Object.keys(value).join(', ') || 'nothing'}`
  if (value instanceof Promise) return 'a promise'
  return typeof value === 'object' && value !== null ? `a ${value.constructor.name}` : String(value)
}
