import { fail, ok, type Result } from '@contract/result'
import { ENGINES, type EngineName } from '@contract/run/engine-name'
import { type KnownOptions, parseArguments } from '../base/arguments'
import { engineNamed } from '../base/engine-option'
import { EXIT_HELP } from '../base/exit-code'

/** What `compare` is asked to do; the files are as a person wrote them. */
export type CompareOptions = { readonly files: readonly string[]; readonly engine: EngineName }

/** What `compare --help` tells. */
export const compareHelp = (usage: string) => `Usage: ${usage} FILE... [options]

Makes whole runs of PyTorch or TensorFlow again (the JSON files that the scripts in test/fixtures/make write) and
prints a line for each: the largest difference in any update's loss, gradient norm and prediction, in the final
weights and in the final hidden state. Runs start from the initial weights in the file; those of PyTorch once more
from their seed alone.

  --engine NAME            what updates are computed with: ${ENGINES.join(', ')} (${ENGINES[0]})
  --help                   this text

A comparison is off when a loss or a prediction differs by more than 1e-4, or an initial weight made from the seed by
more than 2e-8. A file that is damaged or no such run is passed over, and the next is compared.

${EXIT_HELP}`

/** Its options. */
export const COMPARE_KNOWN: KnownOptions = { texts: ['engine'], switches: [] }

/** Reads the arguments of `compare`; the error is one sentence. */
export function parseCompareOptions(args: readonly string[]): Result<CompareOptions> {
  const written = parseArguments(args, COMPARE_KNOWN)
  if (!written.ok) return written
  const engine = engineNamed(written.value.texts.get('engine'))
  if (!engine.ok) return engine
  const files = written.value.words
  if (files.length === 0)
    return fail(
      'invalid-setting',
      'compare must have at least one file, but none was given; name one of a whole run, such as test/fixtures/reference/torch-rnn-seed1.json.',
    )
  return ok({ files, engine: engine.value })
}
