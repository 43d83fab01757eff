/** Does something later; a process that has nothing else to do ends without it. */
export function waitQuietly(action: () => void, milliseconds: number): void {
  setTimeout(action, milliseconds).unref()
}
