import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { EXIT, EXIT_OF_SIGNAL } from '../../../../main/cli/base/exit-code'
import { NPM_USAGE } from '../../../../main/cli/base/usage'
import { compareHelp } from '../../../../main/cli/compare/compare-options'
import { convertHelp } from '../../../../main/cli/convert/convert-options'
import { trainHelp } from '../../../../main/cli/train/train-help'

const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8')

describe('the exit codes', () => {
  it('are all in the table of the README, and no others', () => {
    const table = /\n\| code \| when \|\n(?:\|.*\n)+/.exec(readme)?.[0] ?? ''
    const codes = [...table.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code))
    expect(codes).toEqual(Object.values(EXIT).sort((a, b) => a - b))
  })

  it('are 128 and the number of the signal', () => {
    for (const [signal, code] of Object.entries(EXIT_OF_SIGNAL))
      expect(code).toBe(128 + constants.signals[signal as NodeJS.Signals])
    expect(EXIT.unheard).toBe(128 + constants.signals.SIGPIPE)
  })

  it('are told by the help of every command', () => {
    for (const language of ['en', 'zh'] as const) {
      const say = sayIn(language)
      const told = say('cli.exitCodes')
      for (const help of [trainHelp, compareHelp, convertHelp])
        expect(help(NPM_USAGE('it'), say)).toContain(told)
      for (const code of Object.values(EXIT)) expect(told).toMatch(new RegExp(`\\b${code}\\b`))
    }
  })
})
