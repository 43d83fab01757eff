import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '@contract/result'
import { counted } from '@contract/words'
import { app } from 'electron'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'
import { MAX_RECENT_FILES, recentNames, withoutRecent, withRecent } from './recent-list'

/** The weight files that were saved or loaded last, newest first; they outlive the app. */
export type RecentFiles = {
  readonly names: () => readonly string[]
  readonly add: (path: string) => void
  /** The n-th file's path, if it is still there; one that is not is taken off the list. */
  readonly choose: (index: number) => Result<string>
  readonly clear: () => void
}

const FILE = v.object({ paths: v.pipe(v.array(v.string()), v.maxLength(MAX_RECENT_FILES)) })

/** Reads the list from disk; `onChange` is told after every change of it. */
export function openRecentFiles(file: string, onChange: () => void, log: Log, tell: Tell): RecentFiles {
  let paths: readonly string[] = readKept(file, FILE, 'the recent files', tell)?.paths ?? []

  function change(next: readonly string[]) {
    paths = next
    try {
      writeJson(file, { paths })
    } catch (error) {
      log.error('the list of recent files was not written', error)
    }
    onChange()
  }

  return {
    names: () => recentNames(paths),
    add: (path) => {
      // macOS and Windows show it in their own places too.
      app.addRecentDocument(path)
      change(withRecent(paths, path))
    },
    choose: (index) => {
      const path = paths[index]
      if (path === undefined)
        return fail(
          'file-unreadable',
          `The list of recent files has ${counted(paths.length, 'file')}, but number ${index + 1} was asked for; choose one from the menu.`,
        )
      if (existsSync(path)) return ok(path)
      change(withoutRecent(paths, path))
      return fail(
        'file-unreadable',
        `${basename(path)} is no longer where it was, so it has been taken off the recent files; find it with Load weights.`,
      )
    },
    clear: () => {
      app.clearRecentDocuments()
      change([])
    },
  }
}
