import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const args = process.argv.slice(2)
  if (args.includes('--sweep')) {
    const { sweepSeeds } = await import('./interop/fidelity.mjs')
    return sweepSeeds(args.filter((argument) => argument !== '--sweep'))
  }
  const { runCli } = await import('./cli/run-cli.mjs')
  return runCli(['compare', ...args])
})
