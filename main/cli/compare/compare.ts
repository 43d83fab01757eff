import { basename } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { counted } from '@contract/words'
import { notRecordable } from '../../trainer/not-recordable'
import { createCompiledEngine, type Engine, eagerEngine } from '../../trainer/training/engine/engine'
import { EXIT } from '../base/exit-code'
import type { Terminal } from '../base/terminal'
import type { CompareOptions } from './compare-options'
import { describeDifferences, isWithin } from './differences'
import { type Reference, readReference } from './reference-file'
import { replayFromFile, replayFromSeed } from './replay'

/**
 * Repeats the run of each file and tells how far ours is off, a line for each.
 *
 * @returns the exit code of the process
 */
export async function compare({ files, engine }: CompareOptions, terminal: Terminal): Promise<number> {
  const makes: Engine =
    engine === 'eager'
      ? eagerEngine
      : createCompiledEngine((code) => terminal.warn(inEnglish(notRecordable(code))))
  let exitCode: number = EXIT.done
  try {
    for (const file of files) {
      const path = terminal.pathOf(file)
      const reference = await readReference(path)
      if (!reference.ok) {
        terminal.warn(inEnglish(reference.error.text))
        exitCode = EXIT.refused
        continue
      }
      const { line, good } = judge(reference.value, makes)
      await terminal.say(`${basename(path)}  ${line}`)
      if (!good) exitCode = Math.max(exitCode, EXIT.failed)
    }
  } finally {
    makes.dispose()
  }
  return exitCode
}

function judge(reference: Reference, engine: Engine): { readonly line: string; readonly good: boolean } {
  const { config, framework, updates } = reference
  const all = [{ from: 'from the file', differences: replayFromFile(reference, engine) }]
  // TensorFlow's programs set no seed: only their file has their initial weights.
  if (config.network.family === 'pytorch')
    all.push({ from: `from seed ${config.network.seed}`, differences: replayFromSeed(reference, engine) })
  const good = all.every(({ differences }) => isWithin(differences))
  const parts = all.map(({ from, differences }) => `${from}: ${describeDifferences(differences)}`)
  return {
    line: [good ? 'same' : 'OFF', `${framework}, ${counted(updates.length, 'update')}`, ...parts].join(
      '  |  ',
    ),
    good,
  }
}
