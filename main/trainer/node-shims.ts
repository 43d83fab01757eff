import { createRequire } from 'node:module'

/*
 * tfjs-node 4.22 calls two old helpers of `node:util`. Node 23 removed the first; the second is still there but warns
 * on standard error when it is called, so it is replaced. Both are set on the CommonJS object, which is the one that
 * tfjs-node sees; an import's namespace cannot be written to.
 */
type OldUtil = {
  isNullOrUndefined?: (value: unknown) => boolean
  isArray?: (value: unknown) => boolean
}

const util = createRequire(import.meta.url)('node:util') as OldUtil
util.isNullOrUndefined ??= (value) => value === null || value === undefined
util.isArray = Array.isArray
