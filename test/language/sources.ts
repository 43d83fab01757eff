import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'

const ROOT = resolve(import.meta.dirname, '../..')

/** A node of the parsed program; which fields it has depends on its type. */
export type Node = { readonly type: string; readonly start: number; readonly [field: string]: unknown }

/** A source file of the app, parsed. */
export type Source = {
  /** From the top of the repository, with slashes. */
  readonly path: string
  readonly program: Node
  readonly text: string
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

function parsed(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} could not be parsed: ${errors[0]?.message}`)
  return { path, text, program: program as unknown as Node }
}

/** Every source file of the app, catalogues and all. */
export const SOURCES: readonly Source[] = ['main', 'preload', 'renderer'].flatMap(filesIn).sort().map(parsed)

/** Whether a file is a catalogue of sentences. */
export function isCatalogue(path: string): boolean {
  return /^preload\/contract\/language\/[a-z]{2}\//.test(path)
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** The nodes right below a node. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode))
}

/** Every literal text below a node, in the order of the source: strings, the pieces of templates, text of JSX. */
export function literalsIn(node: Node): { readonly text: string; readonly at: number }[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [{ text: node.value, at: node.start }]
  if (node.type === 'JSXText') return [{ text: String(node.value), at: node.start }]
  if (node.type === 'TemplateElement')
    return [{ text: (node.value as { readonly cooked: string }).cooked, at: node.start }]
  return childrenOf(node)
    .sort((left, right) => left.start - right.start)
    .flatMap(literalsIn)
}

/** The line of a place in a source, the first is 1. */
export function lineOf({ text }: Source, at: number): number {
  return text.slice(0, at).split('\n').length
}
