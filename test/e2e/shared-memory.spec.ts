import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { ELECTRON, endTour, launchApp, test, trainerReady, trainOut } from '../helpers/app'

const LITTLE = 'mount -t tmpfs -o size=1m tmpfs /dev/shm'

test('the page works where the system has hardly any memory to share', async ({ folder }) => {
  test.skip(
    process.platform !== 'linux' || spawnSync('unshare', ['--mount', 'sh', '-c', LITTLE]).status !== 0,
    'a place of its own for shared memory takes a system and rights that are not here',
  )
  const data = join(folder, 'data')
  const program = join(folder, 'with-little')
  await writeFile(
    program,
    `#!/bin/sh\nexec unshare --mount sh -c '${LITTLE} && exec "$0" "$@"' '${ELECTRON}' "$@"\n`,
    { mode: 0o755 },
  )
  await endTour(data)
  const { page, problems, close } = await launchApp(data, [], 'en', program)
  await trainerReady(page)
  await trainOut(page)
  await close()
  expect(problems).toEqual([])
})
