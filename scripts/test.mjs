import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { runChecks } = await import('./checks/run-checks.mjs')
  return runChecks()
})
