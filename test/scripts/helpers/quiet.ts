import { vi } from 'vitest'

/** Keeps progress lines out of the test report. */
export function quietly(): void {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.spyOn(console, 'log').mockReturnValue(undefined)
}
