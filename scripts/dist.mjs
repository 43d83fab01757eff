import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { dist } = await import('./dist/dist.mjs')
  return dist(process.argv.slice(2))
})
