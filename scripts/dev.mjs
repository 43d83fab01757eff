import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { dev } = await import('./launch/dev.mjs')
  return dev(process.argv.slice(2))
})
