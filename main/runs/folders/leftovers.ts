import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isCheckpoint } from './checkpoint-files'
import type { FolderFile } from './folder-files'
import type { KeptRunFile } from './kept-run-file'
import type { FoundRuns } from './run-folders'

/** Removes what a killed app has left: folders that no run came to, and checkpoints that were not yet named, or no more. */
export async function removeLeftovers(folder: string, { strays, runs }: FoundRuns): Promise<void> {
  await Promise.all(strays.map((name) => rm(join(folder, name), { recursive: true, force: true })))
  for (const { place, run, files } of runs) await removeOlder(join(folder, place), run, files)
}

/** Removes the checkpoints among a run's files that it does not name. */
export async function removeOlder(
  place: string,
  { present, initial }: Pick<KeptRunFile, 'present' | 'initial'>,
  files: readonly FolderFile[],
): Promise<void> {
  const isOlder = ({ name }: FolderFile) =>
    isCheckpoint(name) && name !== present.file && name !== initial?.file
  await Promise.all(files.filter(isOlder).map(({ name }) => rm(join(place, name), { force: true })))
}
