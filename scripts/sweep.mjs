import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { runCli } = await import('./cli/run-cli.mjs')
  return runCli(['sweep', ...process.argv.slice(2)])
})
