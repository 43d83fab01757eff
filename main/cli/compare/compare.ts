import { basename } from 'node:path'
import { type Say, sayIn } from '@contract/language/say'
import { notRecordable } from '../../trainer/not-recordable'
import { createCompiledEngine, type Engine, eagerEngine } from '../../trainer/training/engine/engine'
import { EXIT } from '../base/exit-code'
import type { Terminal } from '../base/terminal'
import type { CompareOptions } from './compare-options'
import { describeDifferences, isEveryBit, isWithin } from './differences'
import { type Reference, readReference } from './reference-file'
import { replayFromFile, replayFromSeed } from './replay'

/**
 * Repeats the run of each file and tells how far ours is off, a line for each.
 *
 * @returns the exit code of the process
 */
export async function compare({ files, engine }: CompareOptions, terminal: Terminal): Promise<number> {
  const makes: Engine =
    engine === 'eager' ? eagerEngine : createCompiledEngine((code) => terminal.warn(notRecordable(code)))
  const say = sayIn(terminal.language)
  let exitCode: number = EXIT.done
  try {
    for (const file of files) {
      const path = terminal.pathOf(file)
      const reference = await readReference(path)
      if (!reference.ok) {
        terminal.warn(reference.error.text)
        exitCode = EXIT.refused
        continue
      }
      const { line, good } = judge(reference.value, makes, say)
      await terminal.say(`${basename(path)}  ${line}`)
      if (!good) exitCode = Math.max(exitCode, EXIT.failed)
    }
  } finally {
    makes.dispose()
  }
  return exitCode
}

function judge(
  reference: Reference,
  engine: Engine,
  say: Say,
): { readonly line: string; readonly good: boolean } {
  const { config, framework, updates } = reference
  const fromFile = replayFromFile(reference, engine)
  const parts = [say('compare.fromFile', { differences: describeDifferences(fromFile, say) })]
  let good = isWithin(fromFile)
  let everyBit = isEveryBit(fromFile)
  // TensorFlow's programs set no seed: only their file has their initial weights.
  if (config.network.family === 'pytorch') {
    const { seed } = config.network
    const fromSeed = replayFromSeed(reference, engine)
    parts.push(say('compare.fromSeed', { seed, differences: describeDifferences(fromSeed, say) }))
    good &&= isWithin(fromSeed)
    everyBit &&= isEveryBit(fromSeed)
  }
  const verdict = good ? (everyBit ? say('compare.everyBit') : say('compare.same')) : say('compare.off')
  const run = say('compare.run', { framework, updates: updates.length })
  return { line: [verdict, run, ...parts].join('  |  '), good }
}
