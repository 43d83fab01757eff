import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { runBuildAddons } = await import('./platforms/addons/run.mjs')
  return runBuildAddons(process.argv.slice(2))
})
