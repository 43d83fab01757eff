import { createRequire } from 'node:module'

/*
 * tfjs-node 4.22 calls two helpers that Node has removed from `node:util` (from version 23 on; Electron 42 has 24).
 * They are put back on the CommonJS object, which is the one it sees; an import's namespace cannot be written to.
 */
type OldUtil = {
  isNullOrUndefined?: (value: unknown) => boolean
  isArray?: (value: unknown) => boolean
}

const util = createRequire(import.meta.url)('node:util') as OldUtil
util.isNullOrUndefined ??= (value) => value === null || value === undefined
util.isArray ??= Array.isArray
