import { en } from '@contract/language/en'
import { EXCEPTIONS } from './exceptions'
import { childrenOf, isCatalogue, lineOf, literalsIn, type Node, type Source } from './sources'

/** Two words in a row, or Chinese: nobody writes identifiers so. */
const SENTENCE = /[A-Za-z]{2,}[,.:;]? +[A-Za-z]{2,}|\p{Script=Han}/u
/** A label of one word, as on a button. */
const LABEL = /^[A-Z][a-z]+…?$/
/** Attributes that are read out or shown, whatever they hold. */
const READ = new Set([
  'aria-label',
  'title',
  'alt',
  'placeholder',
  'aria-description',
  'aria-valuetext',
  'label',
])
/** Where labels of one word are shown; elsewhere such words are names of ops, layers and types. */
const SHOWN = /^(?:renderer\/|preload\/|main\/(?:chrome|files|page|window|routes|[^/]+\.ts$))/

type Place = { readonly node: Node; readonly parents: readonly Node[] }

function placesIn(node: Node, parents: readonly Node[] = []): Place[] {
  return [{ node, parents }, ...childrenOf(node).flatMap((child) => placesIn(child, [...parents, node]))]
}

function nameOf(callee: Node): string {
  if (callee.type === 'Identifier') return String(callee.name)
  if (callee.type === 'MemberExpression') {
    const [object, property] = [callee.object as Node, callee.property as Node]
    return `${nameOf(object)}.${nameOf(property)}`
  }
  return ''
}

/** A bug's own words, which only developers read, in the log or in a stack. */
function isForDevelopers(parents: readonly Node[]): boolean {
  return parents.some(({ type, callee, argument }) => {
    if (type === 'ThrowStatement') return (argument as Node).type === 'NewExpression'
    if (type === 'NewExpression') return /Error$/.test(nameOf(callee as Node))
    if (type !== 'CallExpression') return false
    return /(?:^|\.)(?:log|console)\.\w+$/.test(nameOf(callee as Node))
  })
}

/** The name of an import, a type, a key, or a file is no sentence. */
function isName({ node, parents }: Place): boolean {
  const parent = parents.at(-1)
  if (parent === undefined) return true
  if (/^(?:Import|Export(?:All|Named)Declaration|TSLiteralType|TSImportType)/.test(parent.type)) return true
  if (parent.type === 'Property') return parent.key === node && parent.computed !== true
  if (parent.type === 'JSXAttribute') return (parent.name as Node).name === 'className'
  return parents.some(
    ({ type, name }) =>
      type.startsWith('TSTemplate') || (type === 'JSXAttribute' && (name as Node).name === 'className'),
  )
}

function isShownAttribute(parents: readonly Node[]): boolean {
  const attribute = parents.find(({ type }) => type === 'JSXAttribute')
  return attribute !== undefined && READ.has(String((attribute.name as Node).name))
}

/** What stands in a source that a person could read and that is not from the catalogues: place and text of each. */
export function sentencesIn(source: Source): string[] {
  if (isCatalogue(source.path)) return []
  return placesIn(source.program)
    .filter(({ node }) => ['Literal', 'TemplateLiteral', 'JSXText'].includes(node.type))
    .filter((place) => !isName(place) && !isForDevelopers(place.parents))
    .map(({ node, parents }) => ({
      node,
      parents,
      text: literalsIn(node)
        .map(({ text }) => text)
        .join('{}')
        .trim(),
    }))
    .filter(({ text }) => !Object.hasOwn(en, text))
    .filter(({ node, parents, text }) => {
      if (!/[A-Za-z\p{Script=Han}]{2}/u.test(text)) return false
      if (node.type === 'JSXText' || isShownAttribute(parents)) return true
      return SENTENCE.test(text) || (SHOWN.test(source.path) && LABEL.test(text))
    })
    .filter(({ text }) => !EXCEPTIONS.some(({ files, texts }) => files.test(source.path) && texts.test(text)))
    .map(
      ({ node, text }) =>
        `${source.path}:${lineOf(source, node.start)} ${text.replace(/\s+/g, ' ').slice(0, 120)}`,
    )
}
