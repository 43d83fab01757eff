import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { bench } = await import('./bench/bench.mjs')
  return bench(process.argv.slice(2))
})
