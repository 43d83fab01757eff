import type { UnrollApi } from '@contract/wire/unroll-api'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly unroll: UnrollApi
  }
}

/** The page's one door to the rest of the app. */
export function openBridge(): UnrollApi {
  return window.unroll
}
