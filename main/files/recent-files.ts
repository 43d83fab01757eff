import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { FileContent } from '@contract/data/opened-table'
import { text } from '@contract/language/texts'
import { isProjectName } from '@contract/project/project'
import { fail, ok, type Result } from '@contract/result'
import { app } from 'electron'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'
import { MAX_RECENT_FILES, recentNames, withoutRecent, withRecent } from './recent-list'

/** A file as the menu shows it. Its id stands for its path, whatever becomes of the list meanwhile. */
export type RecentFile = { readonly id: string; readonly name: string; readonly content: FileContent }

/** The weight files and projects that were saved or opened last and the tables that were opened, newest first; they outlive the app. */
export type RecentFiles = {
  readonly list: () => readonly RecentFile[]
  readonly add: (path: string, content: FileContent) => void
  /** The path of a file that `list` told of, if it is still there; one that is not is taken off the list. */
  readonly choose: (id: string, content: FileContent) => Result<string>
  readonly clear: () => void
}

const PATHS = v.pipe(v.array(v.string()), v.maxLength(MAX_RECENT_FILES))
/** `tables` are those of the paths that are tables; before there were any, all were weights. */
const FILE = v.object({ paths: PATHS, tables: v.optional(PATHS, []) })

const GONE = {
  weights: 'requests.recentGone',
  table: 'requests.recentDataGone',
  project: 'requests.recentProjectGone',
} as const

/** Reads the list from disk; `onChange` is told after every change of it. */
export function openRecentFiles(file: string, onChange: () => void, log: Log, tell: Tell): RecentFiles {
  const kept = readKept(file, FILE, text('keptData.recentFiles'), tell)
  let paths: readonly string[] = kept?.paths ?? []
  let tables: readonly string[] = kept?.tables ?? []

  /** Ids that were given, each to one path for as long as the app runs. */
  const ids = new Map<string, string>()

  function idOf(path: string): string {
    const id = ids.get(path) ?? randomUUID()
    ids.set(path, id)
    return id
  }

  function change(next: readonly string[], nextTables = tables) {
    paths = next
    tables = nextTables.filter((path) => next.includes(path))
    try {
      writeJson(file, { paths, tables })
    } catch (error) {
      log.error('the list of recent files was not written', error)
    }
    onChange()
  }

  return {
    list: () => {
      const names = recentNames(paths)
      return paths.map((path, place) => ({
        id: idOf(path),
        name: names[place] ?? path,
        // A project is one by its name alone.
        content: tables.includes(path) ? 'table' : isProjectName(path) ? 'project' : 'weights',
      }))
    },
    add: (path, content) => {
      // macOS and Windows show it in their own places too.
      app.addRecentDocument(path)
      const others = withoutRecent(tables, path)
      change(withRecent(paths, path), content === 'table' ? [path, ...others] : others)
    },
    choose: (id, content) => {
      const path = [...ids].find(([, given]) => given === id)?.[0]
      if (path === undefined) return fail('file-unreadable', text('requests.noRecent'))
      if (existsSync(path)) return ok(path)
      change(withoutRecent(paths, path))
      return fail('file-unreadable', text(GONE[content], { name: basename(path) }))
    },
    clear: () => {
      app.clearRecentDocuments()
      change([])
    },
  }
}
