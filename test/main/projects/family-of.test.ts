import type { ListedRun } from '@contract/run/kept-run'
import { describe, expect, it } from 'vitest'
import { familyOf } from '../../../main/projects/family-of'

/** A kept run, a branch of another one. */
function run(id: string, of: string | null = null, bytes = 10): ListedRun {
  const known = { name: null, network: '', config: null, updatesDone: 60, goal: 60, loss: null, keptAt: 0 }
  const branch = of === null ? null : { runId: of, update: 5 }
  return { ...known, id, phase: 'finished', branch, bytes }
}

const namesOf = ({ runs }: ReturnType<typeof familyOf>) => runs.map(({ id }) => id).join(' ')
const branchOf = (runId: string) => ({ runId, update: 5 })

/** Newest first: `first` has two branches, one of which has another, and that two. */
const TREE = [
  run('alone'),
  run('leaf-2', 'leaf'),
  run('leaf', 'mine'),
  run('mine', 'parent'),
  run('aunt', 'first'),
  run('parent', 'first'),
  run('first'),
]

describe('the family of a run', () => {
  it('is what it branches off from, then its branches, then all others', () => {
    expect(namesOf(familyOf({ id: 'mine', branch: branchOf('parent') }, TREE))).toBe(
      'parent first leaf leaf-2 aunt',
    )
    expect(namesOf(familyOf({ id: 'first', branch: null }, TREE))).toBe('aunt parent mine leaf leaf-2')
    expect(namesOf(familyOf({ id: 'alone', branch: null }, TREE))).toBe('')
  })

  it('is found where the run is not listed yet, and where one before it is gone', () => {
    expect(namesOf(familyOf({ id: 'new', branch: branchOf('aunt') }, TREE))).toBe(
      'aunt first parent mine leaf leaf-2',
    )
    const without = TREE.filter(({ id }) => id !== 'parent')
    expect(namesOf(familyOf({ id: 'mine', branch: branchOf('parent') }, without))).toBe('leaf leaf-2')
  })

  it('ends where runs are branches of each other', () => {
    const circle = [run('a', 'b'), run('b', 'c'), run('c', 'a')]
    expect(namesOf(familyOf({ id: 'a', branch: branchOf('b') }, circle))).toBe('b c')
    expect(namesOf(familyOf({ id: 'x', branch: branchOf('b') }, circle))).toBe('b c a')
  })

  it('is no more than fits into a file: those that matter most, and how many there are beside them', () => {
    const many = Array.from({ length: 30 }, (_, i) => run(`child-${i}`, 'mine'))
    const family = familyOf({ id: 'mine', branch: branchOf('parent') }, [...many, ...TREE])
    expect(namesOf(family).split(' ')).toEqual(['parent', 'first', ...many.slice(0, 14).map(({ id }) => id)])
    expect(family).toMatchObject({ bytes: 160, more: 19 })
    const large = [run('huge', 'mine', 2 ** 30), run('small', 'mine'), ...TREE]
    expect(namesOf(familyOf({ id: 'mine', branch: branchOf('parent') }, large))).toBe(
      'parent first small leaf leaf-2 aunt',
    )
  })
})
