import { CHOOSABLE_LANGUAGES, type ChoosableLanguage } from '@contract/language/languages'
import { childrenOf, isCatalogue, literalsIn, type Node, SOURCES } from './sources'

/** A sentence of a catalogue, as it stands in the source. */
export type CatalogueEntry = {
  readonly id: string
  readonly language: ChoosableLanguage
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

function languageOf(path: string): ChoosableLanguage {
  const language = CHOOSABLE_LANGUAGES.find((name) => path.includes(`/language/${name}/`))
  if (language === undefined) throw new Error(`${path} is of a language that nobody can choose`)
  return language
}

/** Every sentence of every catalogue. */
export const ENTRIES: readonly CatalogueEntry[] = SOURCES.filter(({ path }) => isCatalogue(path)).flatMap(
  ({ path, program }) =>
    exportedObjects(program)
      .flatMap(({ properties }) => properties as Node[])
      .filter(({ type }) => type === 'Property')
      .map((property) => ({
        id: keyOf(property),
        language: languageOf(path),
        path,
        node: property.value as Node,
        pieces: literalsIn(property.value as Node).map(({ text }) => text),
      })),
)
