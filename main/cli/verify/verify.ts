import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import { isProven, type Proof, proofText, type RunProof } from '@contract/project/proof'
import { readInPlace } from '../../trainer/reading/reader'
import { systemClock } from '../../trainer/system/clock'
import { createTrainer } from '../../trainer/trainer'
import { EXIT } from '../base/exit-code'
import type { Terminal } from '../base/terminal'
import { shelfFor } from './project-table'
import type { VerifyOptions } from './verify-options'

/**
 * Makes the updates of a project file again, and says whether they are what it holds.
 *
 * @returns the exit code of the process
 */
export async function verify(
  { file, scope, json, table }: VerifyOptions,
  terminal: Terminal,
): Promise<number> {
  const shelf = await shelfFor(file, table, terminal)
  if (typeof shelf === 'number') return shelf
  const trainer = createTrainer(
    (name, payload) => {
      if (name === 'noticed') terminal.warn(payload as ReturnType<typeof text>)
      if (name !== 'projectProving') return
      const progress = payload as { readonly updates: number; readonly of: number } | null
      terminal.progress(progress && text('verifyCommand.progress', progress))
    },
    systemClock,
    readInPlace,
    shelf,
  )
  let stopped: number | null = null
  const heard = terminal.onStop((exitCode) => {
    stopped = exitCode
    void trainer.cancelProof()
  })
  const proof = await trainer.proveProject(terminal.pathOf(file), scope)
  heard()
  if (stopped !== null) return stopped
  if (!proof.ok) {
    terminal.warn(proof.error.text)
    return EXIT.refused
  }
  if (!proof.value) throw new Error('a proof was called off, and nobody did')
  const name = basename(file)
  const line = text('verifyCommand.line', { name, sentence: proofText(proof.value) })
  await terminal.say(json ? jsonOf(name, proof.value) : line)
  return isProven(proof.value) ? EXIT.done : EXIT.failed
}

function jsonOf(file: string, { branches, branchesInAll, ...run }: Proof): string {
  const family = branchesInAll > 0 && { branches: branches.map(flat), branchesInAll }
  return JSON.stringify({ file, ...flat(run), ...family })
}

function flat<Of extends RunProof>({ verdict, ...counts }: Of) {
  const { kind, ...rest } = verdict
  return { verdict: kind, ...counts, ...rest }
}
