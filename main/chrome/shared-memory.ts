import { statfsSync } from 'node:fs'
import type { App } from 'electron'

/** Bytes that must be free where Linux shares memory: some windows' pictures of a large screen, 33 MB each. */
const ENOUGH = 512 * 2 ** 20

/**
 * Lets Chromium's processes share memory in files among the temporary ones where Linux has little of it: a page whose
 * picture finds no room crashes, and a container has 64 MB or none. Call it before Electron is ready.
 *
 * @param free asks for the bytes that are free there; throws where there is no such place
 */
export function sparePlaceOfSharedMemory(
  app: Pick<App, 'commandLine'>,
  platform: string,
  free: () => number = freeOnLinux,
): void {
  if (platform === 'linux' && !hasEnough(free)) app.commandLine.appendSwitch('disable-dev-shm-usage')
}

function hasEnough(free: () => number): boolean {
  try {
    return free() >= ENOUGH
  } catch {
    return false
  }
}

function freeOnLinux(): number {
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize
}
