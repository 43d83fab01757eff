import { runEntry } from './setup/entry.mjs'

await runEntry(async () => {
  const { setUp } = await import('./setup/set-up.mjs')
  if (!(await setUp())) console.log('Everything is in place')
  return 0
})
