import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countPlaywright, countReport, countVitest } from '../../scripts/checks/reports.mjs'
import { runStages } from '../../scripts/checks/stages.mjs'
import { tempFolder } from './helpers/temp-folder'

test('unit tests are counted, and a file that does not load counts as a failure', () => {
  expect(countVitest({ numPassedTests: 5, numFailedTests: 2, success: false })).toEqual({
    passed: 5,
    failed: 2,
  })
  expect(countVitest({ numPassedTests: 5, numFailedTests: 0, success: true })).toEqual({
    passed: 5,
    failed: 0,
  })
  expect(countVitest({ numPassedTests: 5, numFailedTests: 0, success: false })).toEqual({
    passed: 5,
    failed: 1,
  })
})

test('end-to-end tests are counted, with the flaky ones that passed in the end', () => {
  const stats = { expected: 7, flaky: 1, unexpected: 0 }
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 8, failed: 0 })
  expect(countPlaywright({ stats: { ...stats, unexpected: 3 } })).toEqual({ passed: 8, failed: 3 })
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 8, failed: 1 })
})

test('a suite without a whole report has failed', async () => {
  const path = join(tempFolder(), 'report.json')
  expect(await countReport(path, countVitest)).toEqual({ passed: 0, failed: 1 })
  writeFileSync(path, '{"numPassedTests": 5,')
  expect(await countReport(path, countVitest)).toEqual({ passed: 0, failed: 1 })
})

test('all stages run, one line each, and the failed ones are named', async () => {
  const ran: string[] = []
  const stage = (name: string, code: number, needs?: string) => ({
    name,
    ...(needs ? { needs } : {}),
    run: async () => {
      ran.push(name)
      return code
    },
  })
  const said: string[] = []
  let time = 0
  const failed = await runStages(
    [
      stage('types', 0),
      stage('lint', 2),
      stage('build', 1),
      stage('e2e', 0, 'build'),
      stage('last', 0, 'types'),
      stage('endless', 124),
    ],
    { say: (line) => said.push(line), now: () => (time += 500) },
  )
  expect(ran).toEqual(['types', 'lint', 'build', 'last', 'endless'])
  expect(failed).toEqual(['lint', 'build', 'e2e', 'endless'])
  expect(said.at(-2)).toBe(
    [
      '\n✓ types, 0.5 s',
      '✗ lint, 0.5 s, exit code 2',
      '✗ build, 0.5 s, exit code 1',
      '✗ e2e: not run, as build failed',
      '✓ last, 0.5 s',
      '✗ endless, 0.5 s, ended, as it took too long',
    ].join('\n'),
  )
  expect(said.at(-1)).toBe('Failed: lint, build, e2e, endless')
})
