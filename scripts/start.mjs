import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { start } = await import('./launch/start.mjs')
  return start(process.argv.slice(2))
})
