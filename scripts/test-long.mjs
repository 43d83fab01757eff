import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { runLong } = await import('./checks/run-long.mjs')
  return runLong()
})
