import { freemem } from 'node:os'

/** Bytes of memory that can still be had here: what the system has free, or what a container leaves of its limit. */
export function freeMemory(): number {
  // Not in every Node that the command line runs in.
  return Math.min(process.availableMemory?.() ?? Number.POSITIVE_INFINITY, freemem())
}
