import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { e2e } = await import('./launch/e2e.mjs')
  return e2e(process.argv.slice(2))
})
