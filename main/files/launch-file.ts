import { resolve } from 'node:path'
import * as v from 'valibot'
import { contentByName } from './file-content'

/**
 * The project, weight file or table named on a command line, as an absolute path; undefined when none is. Any program's file can end in
 * .json or .txt: such a one counts only as the last word, which is where people and file managers put what is to be opened.
 */
export function fileInArguments(args: readonly string[], folder: string): string | undefined {
  const named = args.find(
    (arg, place) =>
      !arg.startsWith('-') &&
      contentByName(arg) !== null &&
      (!/\.(json|txt)$/i.test(arg) || place === args.length - 1),
  )
  return named === undefined ? undefined : resolve(folder, named)
}

const HANDED_OVER = v.object({ file: v.optional(v.string()) })

/** The file that a second launch hands over to the first: what it says is another process's word. */
export function fileHandedOver(data: unknown): string | undefined {
  const parsed = v.safeParse(HANDED_OVER, data)
  return parsed.success ? parsed.output.file : undefined
}
