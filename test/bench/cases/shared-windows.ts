import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { windowsOf } from './case-run'
import type { Case } from './cases'

/**
 * Writes the windows of a case's first updates for those who are no Node programs, so that all see the very same numbers:
 * `inputs.f32` and `targets.f32`, [update, batch, time step, feature], as float32 of this machine's byte order. They are gone
 * through again and again.
 */
export async function writeWindows(one: Case, folder: string): Promise<void> {
  const windowAt = windowsOf(one)
  const windows = Array.from({ length: one.checkedUpdates }, (_, update) => windowAt(update))
  for (const part of ['inputs', 'targets'] as const) {
    const bytes = windows.map(({ [part]: { buffer, byteOffset, byteLength } }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    )
    await writeFile(join(folder, `${part}.f32`), Buffer.concat(bytes))
  }
}
