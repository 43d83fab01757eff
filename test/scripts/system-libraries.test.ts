import { expect, test, vi } from 'vitest'
import { findPip } from '../../scripts/setup/fetch/pip.mjs'
import { aptLine, installDebianPackages, nameForRelease } from '../../scripts/setup/host/debian.mjs'
import { missingLibraries, packagesFor } from '../../scripts/setup/host/system-libraries.mjs'

const ldd = [
  '\tlinux-vdso.so.1 (0x00007ffc9d5f2000)',
  '\tlibffmpeg.so => /app/dist/libffmpeg.so (0x00007f2b58000000)',
  '\tlibgtk-3.so.0 => not found',
  '\tlibasound.so.2 => not found',
  '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2b57c00000)',
  '\tlibgtk-3.so.0 => not found',
].join('\n')

const policyOfBookworm = [
  'libgtk-3-0:',
  '  Installed: (none)',
  '  Candidate: 3.24.38-2~deb12u3',
  '  Version table:',
  '     3.24.38-2~deb12u3 500',
  '        500 http://archive.example/debian bookworm/main amd64 Packages',
  'libnss3:',
  '  Installed: 2:3.87.1-1',
  '  Candidate: 2:3.87.1-1',
  '',
].join('\n')

const policyOfNoble = [
  'libgtk-3-0:',
  '  Installed: (none)',
  '  Candidate: (none)',
  '  Version table:',
  'libnss3:',
  '  Installed: (none)',
  '  Candidate: 2:3.98-1build1',
  '  Version table:',
  'libgtk-3-0t64:',
  '  Installed: (none)',
  '  Candidate: 3.24.41-4ubuntu1.2',
  '',
].join('\n')

test('what ldd cannot find is read from its output, each library once', () => {
  expect(missingLibraries(ldd)).toEqual(['libgtk-3.so.0', 'libasound.so.2'])
  expect(missingLibraries('\tnot a dynamic executable\n')).toEqual([])
})

test('libraries are traced to packages, and one without a known package is not lost', () => {
  expect(packagesFor(['libnss3.so', 'libsmime3.so', 'libgtk-3.so.0', 'libnew.so.1'])).toEqual({
    packages: ['libgtk-3-0', 'libnss3'],
    unknown: ['libnew.so.1'],
  })
})

test('each release gets the names it knows', () => {
  const wanted = ['libgtk-3-0', 'libnss3']
  expect(nameForRelease(wanted, policyOfBookworm)).toEqual({ names: wanted, unknown: [] })
  expect(nameForRelease(wanted, policyOfNoble)).toEqual({ names: ['libgtk-3-0t64', 'libnss3'], unknown: [] })
  expect(nameForRelease(wanted, '')).toEqual({ names: wanted, unknown: wanted })
})

function fakeSystem(policies: string[], installCode = 0) {
  const run = vi.fn(async (command: string, args: string[]) => {
    const stdout = command === 'apt-cache' ? (policies.shift() ?? '') : ''
    const failed = args.includes('install') && installCode !== 0
    return {
      code: failed ? installCode : 0,
      stdout,
      stderr: failed ? 'W: x\nE: Unable to fetch\n' : '',
      missing: false,
    }
  })
  const commands = () => run.mock.calls.map(([command, args]) => `${command} ${args.join(' ')}`)
  return { run, commands }
}

test('root installs by itself, under the names of the release', async () => {
  const { run, commands } = fakeSystem([policyOfNoble])
  await installDebianPackages(['libgtk-3-0'], 'Why.', { isRoot: true, run, say: () => {} })
  expect(commands()).toHaveLength(2)
  expect(commands()[1]).toMatch(/apt-get .* install libgtk-3-0t64$/)
})

test('an empty list of packages is refreshed first', async () => {
  const { run, commands } = fakeSystem(['', policyOfNoble])
  await installDebianPackages(['libgtk-3-0'], 'Why.', { isRoot: true, run, say: () => {} })
  expect(commands()[1]).toMatch(/^apt-get .* update$/)
  expect(commands()[3]).toMatch(/ install libgtk-3-0t64$/)
})

test('an ordinary user gets the one line to run', async () => {
  const { run, commands } = fakeSystem([policyOfNoble])
  const work = installDebianPackages(['libgtk-3-0', 'libnss3'], 'Why.', { isRoot: false, run })
  await expect(work).rejects.toThrow(
    `Why. Run this once and then the same command again: ${aptLine(['libgtk-3-0t64', 'libnss3'])}`,
  )
  expect(commands()).toHaveLength(1)
})

test("apt-get's failure is told with its reason", async () => {
  const { run } = fakeSystem([policyOfBookworm], 100)
  const work = installDebianPackages(['libnss3'], 'Why.', { isRoot: true, run, say: () => {} })
  await expect(work).rejects.toThrow('Why. apt-get could not install it (E: Unable to fetch)')
})

test('the first pip that runs is taken, with the arguments that make it one', async () => {
  const asked: string[] = []
  const run = async (command: string, args: string[]) => {
    asked.push([command, ...args].join(' '))
    return { code: command === 'python' ? 0 : 1 }
  }
  expect(await findPip(run)).toEqual(['python', '-m', 'pip'])
  expect(asked).toEqual(['python3 -m pip --version', 'python -m pip --version'])
  expect(await findPip(async () => ({ code: 127 }))).toBeUndefined()
})
