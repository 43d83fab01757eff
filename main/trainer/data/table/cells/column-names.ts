/** A column's name in the series; `isNamed` where the file has one. */
export type ColumnName = { readonly name: string; readonly isNamed: boolean }

/**
 * Names for all columns, no two the same: those of the first row, or else the column's number; where a name comes again,
 * it gets a number: x, x (2), x (3).
 *
 * @param given the cells of the first row; undefined where it has no names
 * @returns the names, and which of the file's came more than once
 */
export function columnNames(
  count: number,
  given: readonly string[] | undefined,
): { readonly names: readonly ColumnName[]; readonly repeated: readonly string[] } {
  const wanted = Array.from({ length: count }, (_, i) => {
    const name = given?.[i]?.trim() ?? ''
    return name === '' ? { name: `${i + 1}`, isNamed: false } : { name, isNamed: true }
  })
  // Every name as it stands in the file is taken before any number is added to one.
  const taken = new Set(wanted.map(({ name }) => name))
  const seen = new Map<string, number>()
  const repeated = new Set<string>()
  const names = wanted.map(({ name, isNamed }) => {
    let times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    if (times === 1) return { name, isNamed }
    repeated.add(name)
    while (taken.has(`${name} (${times})`)) times += 1
    seen.set(name, times)
    taken.add(`${name} (${times})`)
    return { name: `${name} (${times})`, isNamed }
  })
  return { names, repeated: [...repeated] }
}
