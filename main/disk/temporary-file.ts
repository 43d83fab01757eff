import { createHash, randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { isSystemError, systemError } from './system-error'

/** Eight digits that stand for this machine: in a folder that several share, a process id says nothing of theirs. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
/** `.unroll-MACHINE-PROCESS-UUID.tmp`; without the first two, as older versions wrote it. */
const NAME = /^\.unroll-(?:([\da-f]{8})-(\d{1,10})-)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/
/** Milliseconds after which a file that nobody has written to belongs to nobody, whatever its name says. */
const ABANDONED = 24 * 60 * 60 * 1000

/** Folders that this process has swept: what other processes leave behind is not found twice. */
const swept = new Set<string>()

/**
 * A new name beside a file, under which it is written before it gets its own: only within a file system is a rename
 * atomic. It has a length of its own, so that the file's may be as long as the system allows.
 */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.unroll-${MACHINE}-${process.pid}-${randomUUID()}.tmp`)
}

/** Whether a name is one of `temporaryBeside`, of whatever process. */
export function isTemporaryName(name: string): boolean {
  return NAME.test(name)
}

/**
 * Removes what processes that were killed in the middle of a write have left in a folder, once for each folder:
 * files named by `temporaryBeside` whose process is gone, or that are a day old. Nothing else is touched, and nothing
 * that goes wrong here matters to whoever writes.
 */
export async function sweepLeftovers(folder: string, now = Date.now()): Promise<void> {
  if (swept.has(folder)) return
  swept.add(folder)
  const names = await readdir(folder).catch(() => [])
  await Promise.all(
    names.filter(isTemporaryName).map(async (name) => {
      try {
        const path = join(folder, name)
        if (isOrphan(name) || now - (await stat(path)).mtimeMs > ABANDONED) await rm(path)
      } catch (error) {
        if (!isSystemError(error)) throw error
      }
    }),
  )
}

/** Whether the process that a name tells of ran on this machine and is gone. */
function isOrphan(name: string): boolean {
  const [, machine, process] = NAME.exec(name) ?? []
  return machine === MACHINE && process !== undefined && !isAlive(Number(process))
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return !isSystemError(error) || error.code !== 'ESRCH'
  }
}

/** Throws as a full disk would when less has arrived than was written: some say nothing by themselves. */
export function checkArrived(written: number, arrived: number): void {
  if (written !== arrived) throw systemError('ENOSPC')
}
