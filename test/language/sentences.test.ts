import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { EXCEPTIONS } from './exceptions'
import { sentencesIn } from './sentences'
import { type Node, SOURCES, type Source } from './sources'

function source(text: string, path = 'renderer/panels/Any.tsx'): Source {
  return { path, text, program: parseSync(path, text).program as unknown as Node }
}

describe('sentences outside of the catalogues', () => {
  it('are found wherever a person could read them', () => {
    for (const text of [
      'const a = <p>Nothing yet</p>',
      "const a = <p>{'Nothing yet'}</p>",
      'const a = <button aria-label="close">{icon}</button>',
      "const a = <button title={open ? 'close' : undefined} />",
      "notify('error', 'The file is gone.')",
      `fail(code, \`\${name} is gone, as it seems\`)`,
      "const label = 'Reset'",
      "const label = '重置'",
    ])
      expect([text, sentencesIn(source(text)).length]).toEqual([text, 1])
  })

  it('are not seen in names, and in what only developers read', () => {
    for (const text of [
      "import a from 'any words here'",
      'const a = <p className="card wide open">{say(\'stage.loss\')}</p>',
      "throw new Error('this was never to happen')",
      "log.error('the file is gone', error)",
      "const a: 'one word' = b",
      "const a = { 'two words': 1 }",
      "document.addEventListener('keydown', listen)",
    ])
      expect([text, sentencesIn(source(text))]).toEqual([text, []])
  })

  it('are nowhere in the app', () => {
    expect(SOURCES.flatMap(sentencesIn)).toEqual([])
  })

  it('are excepted by no rule that excepts nothing', () => {
    const texts = SOURCES.map(({ path, text }) => ({ path, text }))
    const idle = EXCEPTIONS.filter(({ files }) => !texts.some(({ path }) => files.test(path)))
    expect(idle).toEqual([])
  })
})

describe('locales', () => {
  it('are written down in the language room alone', () => {
    const elsewhere = SOURCES.filter(({ path }) => !path.startsWith('preload/contract/language/'))
    const found = elsewhere.filter(({ text }) =>
      /['"`](?:en|zh)-[A-Z][A-Za-z]+['"`]|toLocale\w*String\(\)/.test(text),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })
})
