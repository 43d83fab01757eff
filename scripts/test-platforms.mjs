import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { testPlatforms } = await import('./platforms/check/test-platforms.mjs')
  return testPlatforms(process.argv.slice(2))
})
