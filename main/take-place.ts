import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { app } from 'electron'
import type { Tell } from './base/json-file'
import { clearLockPlaces, lockHolder } from './instance-lock'
import { findUserData } from './user-data'

/** Whether this launch is the app, and where it keeps its data. */
export type LaunchPlace =
  | { readonly kind: 'ours'; readonly folder: string }
  /** Another one runs, and has been handed what this one was started with. */
  | { readonly kind: 'second' }
  /** It cannot start; `canShow`: Electron can at least open a box that says so. */
  | { readonly kind: 'none'; readonly why: Text; readonly canShow: boolean }

/**
 * Finds a folder for the user's data and takes the lock in it: two windows would write the same small files, so that a
 * second launch shows the first one's window instead. A refused lock alone does not say that there is a first one.
 *
 * @param file the weight file that this launch was started with, for the first one
 */
export function takePlace(file: string | undefined, tell: Tell, platform: string): LaunchPlace {
  const wanted = wantedFolder(platform)
  const userData = findUserData(wanted)
  if (userData === null)
    return {
      kind: 'none',
      why: text('start.nowhere', { wanted }),
      canShow: false,
    }
  const { folder, notice } = userData
  if (folder !== wanted) app.setPath('userData', folder)
  if (notice !== null) tell(notice)

  clearLockPlaces(folder)
  if (app.requestSingleInstanceLock({ file })) return { kind: 'ours', folder }
  const holder = lockHolder(folder, platform)
  switch (holder.kind) {
    case 'instance':
      return { kind: 'second' }
    case 'machine':
      return {
        kind: 'none',
        why: text('start.otherMachine', { machine: holder.name, folder }),
        canShow: true,
      }
    case 'nobody':
      tell(text('start.lockUnknown'))
      return { kind: 'ours', folder }
  }
}

/** Electron makes the folder while it names it, and throws where it cannot. */
function wantedFolder(platform: string): string {
  try {
    return app.getPath('userData')
  } catch {
    return join(settingsFolder(platform), app.getName())
  }
}

/** Where a system has the settings of programs. */
function settingsFolder(platform: string): string {
  if (platform === 'win32') return process.env.APPDATA || join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
}
