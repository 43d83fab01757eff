import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { testDist } = await import('./dist/test-dist.mjs')
  return testDist(process.argv.slice(2))
})
