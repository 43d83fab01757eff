import { childrenOf, isCatalogue, literalsIn, type Node, SOURCES } from './sources'

/** A sentence of a catalogue, as it stands in the source. */
export type CatalogueEntry = {
  readonly id: string
  readonly language: 'en' | 'zh'
  readonly path: string
  readonly node: Node
  /** Its literal texts in their order; values stand between them. */
  readonly pieces: readonly string[]
}

function keyOf(property: Node): string {
  const key = property.key as Node
  return key.type === 'Identifier' ? String(key.name) : String(key.value)
}

function exportedObjects(program: Node): Node[] {
  return (program.body as Node[])
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap((node) => childrenOf(node).flatMap(childrenOf))
    .filter(({ type }) => type === 'VariableDeclarator')
    .map(({ init }) => init as Node)
    .filter((init) => init?.type === 'ObjectExpression')
}

/** Every sentence of every catalogue. */
export const ENTRIES: readonly CatalogueEntry[] = SOURCES.filter(({ path }) => isCatalogue(path)).flatMap(
  ({ path, program }) =>
    exportedObjects(program)
      .flatMap(({ properties }) => properties as Node[])
      .filter(({ type }) => type === 'Property')
      .map((property) => ({
        id: keyOf(property),
        language: path.includes('/language/zh/') ? ('zh' as const) : ('en' as const),
        path,
        node: property.value as Node,
        pieces: literalsIn(property.value as Node).map(({ text }) => text),
      })),
)
