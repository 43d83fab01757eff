import { readFileSync } from 'node:fs'
import * as v from 'valibot'

/** What of an earlier run is needed to compare with it; `npm run bench -- --json` writes it, and more. */
const EARLIER = v.object({
  benchmark: v.literal('unroll'),
  machine: v.object({ cpu: v.string(), cores: v.number() }),
  figures: v.array(v.object({ name: v.string(), value: v.nullable(v.number()), unit: v.string() })),
})
export type Earlier = v.InferOutput<typeof EARLIER>

/**
 * Reads what an earlier run has printed as JSON.
 *
 * @throws Error that says in one sentence what the file is not, and how to have one
 */
export function readEarlier(path: string): Earlier {
  let text = ''
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}); ${HOW}`)
  }
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new Error(`${path} is no JSON; ${HOW}`)
  }
  const found = v.safeParse(EARLIER, document)
  if (found.success) return found.output
  const [issue] = found.issues
  const place = v.getDotPath(issue)
  const why =
    issue.received === 'undefined'
      ? `it has no "${place}"`
      : `expected ${issue.expected}${place ? ` at "${place}"` : ''}, but found ${issue.received}`
  throw new Error(`${path} is no result of the benchmark: ${why}; ${HOW}`)
}

const HOW = '"npm run --silent bench -- --json > FILE" makes one.'
