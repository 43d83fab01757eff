import { resolve } from 'node:path'
import * as v from 'valibot'

/** The weight file named on a command line, as an absolute path; undefined when none is. */
export function fileInArguments(args: readonly string[], folder: string): string | undefined {
  const named = args.find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.safetensors'))
  return named === undefined ? undefined : resolve(folder, named)
}

const HANDED_OVER = v.object({ file: v.optional(v.string()) })

/** The file that a second launch hands over to the first: what it says is another process's word. */
export function fileHandedOver(data: unknown): string | undefined {
  const parsed = v.safeParse(HANDED_OVER, data)
  return parsed.success ? parsed.output.file : undefined
}
