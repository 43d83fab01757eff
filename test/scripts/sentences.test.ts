import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { sentenceFor } from '../../scripts/setup/errors.mjs'
import { requireSpace } from '../../scripts/setup/fetch/disk-space.mjs'
import { npmAdvice, npmReason } from '../../scripts/setup/fetch/npm.mjs'
import { findCompiler } from '../../scripts/setup/host/compiler.mjs'
import { platformProblem } from '../../scripts/setup/host/platform.mjs'
import { nodeProblem } from '../../scripts/setup/node-version.mjs'
import { tempFolder } from './helpers/temp-folder'

test('Node is taken from 20.19 and 22.12 on', () => {
  for (const version of ['20.19.0', '20.20.2', '22.12.0', '24.0.1'])
    expect(nodeProblem(version)).toBeUndefined()
  for (const version of ['18.20.4', '20.18.3', '21.7.0', '22.11.0'])
    expect(nodeProblem(version)).toContain(`this is Node ${version}`)
})

test('systems without a TensorFlow for them are told', () => {
  expect(platformProblem('linux-x64', { glibc: '2.36' })).toBeUndefined()
  expect(platformProblem('linux-arm64', { glibc: '2.27' })).toContain('this one has glibc 2.27')
  expect(platformProblem('linux-x64', {})).toContain('this one has another C library')
  expect(platformProblem('win32-x64', { kernel: '10.0.19045' })).toBeUndefined()
  expect(platformProblem('darwin-arm64', { kernel: '21.1.0' })).toBeUndefined()
  expect(platformProblem('darwin-arm64', { kernel: '20.6.0' })).toContain('needs macOS 12 or newer')
})

test.each([
  ['win32-arm64', 'TensorFlow has no library for Windows on arm64'],
  ['darwin-x64', 'no new TensorFlow libraries for Macs with an Intel processor'],
  ['linux-arm', 'TensorFlow has no library for 32 bits'],
  ['freebsd-x64', 'TensorFlow has no library for it'],
])('a person with %s is told where Unroll can be set up, and why not there', (system, cause) => {
  const sentence = platformProblem(system)
  expect(sentence).toContain(
    `on Linux on x64, Linux on arm64, Windows on x64 and macOS on Apple silicon, but this is ${system}: `,
  )
  expect(sentence).toContain(cause)
})

test('the first compiler that runs is taken, and CXX goes before all', async () => {
  const only = (name: string) => async (command: string) => ({ code: command === name ? 0 : 127 })
  expect(await findCompiler({}, only('g++'))).toEqual(['g++'])
  expect(await findCompiler({ CXX: 'ccache clang++-18' }, only('ccache'))).toEqual(['ccache', 'clang++-18'])
  expect(await findCompiler({}, only('none'))).toBeUndefined()
  await expect(findCompiler({ CXX: 'my-c++' }, only('g++'))).rejects.toThrow(
    'CXX is set to my-c++, which does not run',
  )
})

test('too small a disk is told before the download', async () => {
  const folder = tempFolder()
  await requireSpace(folder, 1, 'TensorFlow')
  await expect(requireSpace(folder, 1e18, 'TensorFlow')).rejects.toThrow(
    /^TensorFlow needs 1000000000000 MB .* but only \d+/,
  )
})

test('failures of the machine have a sentence, bugs have none', () => {
  expect(sentenceFor(Object.assign(new Error(), { code: 'ENOSPC', path: '/x' }))).toContain(
    'The disk is full at /x',
  )
  expect(sentenceFor(Object.assign(new Error(), { code: 'EACCES', path: '/x' }))).toContain(
    'No right to write at /x',
  )
  expect(sentenceFor(new TypeError('a bug'))).toBeUndefined()
})

test("npm's reason is one line", () => {
  const stderr =
    'npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error network request to x failed\nnpm error A complete log of this run can be found in: y\n'
  expect(npmReason(stderr)).toBe('ENOTFOUND: network request to x failed')
  expect(npmReason('')).toBe('it gave no reason')
  expect(npmAdvice(stderr)).toContain('check the network')
  expect(npmAdvice('npm error code ENOSPC')).toBe('make room on the disk')
})

/** Runs an entry whose work is the given code. */
function runEntryWith(work: string) {
  const entry = JSON.stringify(pathToFileURL(resolve('scripts/setup/entry.mjs')).href)
  const errors = JSON.stringify(pathToFileURL(resolve('scripts/setup/errors.mjs')).href)
  const code = `import { runEntry } from ${entry}; import { SetupError } from ${errors}; await runEntry(async () => { ${work} })`
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
}

test('an entry says one sentence without a stack, shows the stack of a bug, and passes on the exit code', () => {
  const known = runEntryWith("throw new SetupError('No network.')")
  expect(known).toMatchObject({ status: 1, stderr: '\nNo network.\n' })
  const bug = runEntryWith("throw new TypeError('a bug')")
  expect(bug.status).toBe(1)
  expect(bug.stderr).toMatch(/TypeError: a bug\n\s+at /)
  expect(runEntryWith('return 7').status).toBe(7)
})
