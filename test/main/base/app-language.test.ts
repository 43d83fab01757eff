import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAppLanguage, startLanguage } from '../../../main/base/app-language'
import { saying } from '../../helpers/saying'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-language-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Start = {
  readonly named?: string
  readonly option?: string
  readonly preferred?: readonly string[]
  readonly told?: Text[]
}

/** A start of the app in the same user's data. */
function open({ named, option, preferred = ['en-GB'], told = [] }: Start = {}) {
  const log = { info: () => {}, error: () => {} }
  const start = startLanguage({ option, variable: named }, preferred)
  return openAppLanguage({ file: join(folder, 'language.json'), start, log, tell: (text) => told.push(text) })
}

describe("the app's language", () => {
  it("is the system's at the first start", () => {
    expect(open({ preferred: ['zh-Hans-CN', 'en-US'] }).now()).toBe('zh')
    expect(open({ preferred: ['fr-FR', 'en-US'] }).now()).toBe('en')
  })

  it('is what was chosen at the last one, whatever the system prefers', () => {
    open({ preferred: ['zh-CN'] }).choose('en')
    expect(open({ preferred: ['zh-CN'] }).now()).toBe('en')
  })

  it('is what the environment names, for one start alone', () => {
    open().choose('zh')
    expect(open({ named: 'en' }).now()).toBe('en')
    expect(open({ named: 'pseudo' }).now()).toBe('pseudo')
    expect(open().now()).toBe('zh')
  })

  it('is as if nothing was named where the environment names none that there is', () => {
    open().choose('zh')
    for (const named of ['', 'fr', 'EN', '__proto__']) expect(open({ named }).now()).toBe('zh')
  })

  it('tells what the environment names instead of a language, and nothing where it is empty', () => {
    const told: Text[] = []
    open({ named: '', told })
    expect(told).toEqual([])
    open({ named: 'fr', told })
    expect(told).toEqual([saying('UNROLL_LANGUAGE should be en or zh, but is "fr"; it is ignored.')])
  })

  it('is what the command line names, before the environment, for one start alone', () => {
    open().choose('en')
    expect(open({ option: 'zh', named: 'en' }).now()).toBe('zh')
    expect(open().now()).toBe('en')
    const told: Text[] = []
    expect(open({ option: 'fr', named: 'zh', told }).now()).toBe('en')
    expect(open({ option: '', told }).now()).toBe('en')
    expect(told).toEqual([
      saying('--language should be en or zh, but is "fr"; it is ignored.'),
      saying('--language should be en or zh, but is ""; it is ignored.'),
    ])
  })

  it('changes at once, and tells of it once', () => {
    const language = open()
    const heard: string[] = []
    language.onChange((chosen) => heard.push(`${chosen} ${language.now()}`))
    expect(language.say(text('menu.quit'))).toBe('&Quit')
    language.choose('zh')
    language.choose('zh')
    expect(heard).toEqual(['zh zh'])
    expect(language.say(text('menu.quit'))).toBe('退出(&Q)')
  })

  it('changes all the same where it cannot be kept, and says so', () => {
    const language = open()
    mkdirSync(join(folder, 'language.json'))
    writeFileSync(join(folder, 'language.json', 'in-the-way'), '')
    const unkept = language.choose('zh')
    expect(language.now()).toBe('zh')
    expect(unkept).toEqual(
      saying(
        'The language could not be written to the data folder, so the next start will not know it; Help > Open logs folder has the reason.',
      ),
    )
    rmSync(join(folder, 'language.json'), { recursive: true })
    expect(language.choose('zh')).toBeNull()
  })

  it('is kept when it is chosen although it is spoken already: the system may change its mind', () => {
    const language = open({ preferred: ['zh-CN'] })
    language.choose('zh')
    expect(JSON.parse(readFileSync(join(folder, 'language.json'), 'utf8'))).toEqual({ language: 'zh' })
    expect(open({ preferred: ['en-US'] }).now()).toBe('zh')
  })
})
