import { download } from './download.mjs'
import { ensurePip, findPip } from './pip.mjs'
import { fetchWithNpm, fetchWithPip } from './registry-clients.mjs'

/** The ways in which files come to this machine; a test puts a recorded registry in their place. */
export const fetchers = { download, fetchWithNpm, fetchWithPip, findPip, ensurePip }

/** @typedef {typeof fetchers} Fetchers */
