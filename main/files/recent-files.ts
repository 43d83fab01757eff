import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { app } from 'electron'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'
import { MAX_RECENT_FILES, recentNames, withoutRecent, withRecent } from './recent-list'

/** A file as the menu shows it. Its id stands for its path, whatever becomes of the list meanwhile. */
export type RecentFile = { readonly id: string; readonly name: string }

/** The weight files that were saved or loaded last, newest first; they outlive the app. */
export type RecentFiles = {
  readonly list: () => readonly RecentFile[]
  readonly add: (path: string) => void
  /** The path of a file that `list` told of, if it is still there; one that is not is taken off the list. */
  readonly choose: (id: string) => Result<string>
  readonly clear: () => void
}

const FILE = v.object({ paths: v.pipe(v.array(v.string()), v.maxLength(MAX_RECENT_FILES)) })

/** Reads the list from disk; `onChange` is told after every change of it. */
export function openRecentFiles(file: string, onChange: () => void, log: Log, tell: Tell): RecentFiles {
  let paths: readonly string[] = readKept(file, FILE, text('keptData.recentFiles'), tell)?.paths ?? []

  /** Ids that were given, each to one path for as long as the app runs. */
  const ids = new Map<string, string>()

  function idOf(path: string): string {
    const id = ids.get(path) ?? randomUUID()
    ids.set(path, id)
    return id
  }

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
    list: () => {
      const names = recentNames(paths)
      return paths.map((path, place) => ({ id: idOf(path), name: names[place] ?? path }))
    },
    add: (path) => {
      // macOS and Windows show it in their own places too.
      app.addRecentDocument(path)
      change(withRecent(paths, path))
    },
    choose: (id) => {
      const path = [...ids].find(([, given]) => given === id)?.[0]
      if (path === undefined) return fail('file-unreadable', text('requests.noRecent'))
      if (existsSync(path)) return ok(path)
      change(withoutRecent(paths, path))
      return fail('file-unreadable', text('requests.recentGone', { name: basename(path) }))
    },
    clear: () => {
      app.clearRecentDocuments()
      change([])
    },
  }
}
