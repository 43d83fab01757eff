import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { checkInterop } = await import('./interop/check-interop.mjs')
  return checkInterop()
})
