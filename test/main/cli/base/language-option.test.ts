import { sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { languageAsked } from '../../../../main/cli/base/language-option'
import { runCommandLine } from '../../../../main/cli/command-line'
import { fakeTerminal } from '../fake-terminal'

/** What a command line leaves, as the entries start it. */
async function run(args: readonly string[], environment: Record<string, string> = {}) {
  const terminal = fakeTerminal('/', languageAsked(args, environment).language)
  const code = await runCommandLine(args, terminal, { environment })
  return { code, said: terminal.said.join('\n'), warned: terminal.warned }
}

describe('the language of the command line', () => {
  it.each([
    { args: ['train', '--help'], environment: {}, language: 'en' },
    { args: ['--language', 'zh', 'train', '--help'], environment: {}, language: 'zh' },
    { args: ['--language=zh', 'train', '--help'], environment: {}, language: 'zh' },
    { args: ['train', '--language', 'zh', '--help'], environment: {}, language: 'zh' },
    { args: ['train', '--help', '--seed', '5', '--language=zh'], environment: {}, language: 'zh' },
    { args: ['train', '--help'], environment: { UNROLL_LANGUAGE: 'zh' }, language: 'zh' },
    { args: ['train', '--help'], environment: { UNROLL_LANGUAGE: '' }, language: 'en' },
    { args: ['--language', 'en', 'train', '--help'], environment: { UNROLL_LANGUAGE: 'zh' }, language: 'en' },
    { args: ['--language', 'zh', 'train', '--language', 'en', '--help'], environment: {}, language: 'en' },
    { args: ['train', '--help', '--', '--language', 'zh'], environment: {}, language: 'en' },
  ] as const)('is that of $args and $environment', async ({ args, environment, language }) => {
    const { code, said, warned } = await run(args, environment)
    expect([code, warned]).toEqual([0, []])
    const usage = sayIn(language)('train.usage', { usage: 'npm run -s train --' })
    expect(said.split('\n')[0]).toBe(usage)
    expect(said).toContain(sayIn(language)('cli.exitCodes'))
  })

  it.each([
    {
      args: ['train', '--language', 'fr'],
      environment: {},
      sentence: 'The language must be one of en, zh, but "fr" was given; choose one of these.',
    },
    {
      args: ['--language', 'fr', 'train'],
      environment: { UNROLL_LANGUAGE: 'zh' },
      sentence: '语言必须是 en、zh 之一，给出的却是“fr”；请选择其中之一。',
    },
    {
      args: ['train'],
      environment: { UNROLL_LANGUAGE: 'fr' },
      sentence:
        'The language of UNROLL_LANGUAGE must be one of en, zh, but "fr" was given; choose one of these.',
    },
    {
      args: ['--language'],
      environment: {},
      sentence: '--language must have a value, but has none; write --language and then the value.',
    },
    {
      args: ['train', '--language', '--json'],
      environment: {},
      sentence: '--language must have a value, but has none; write --language and then the value.',
    },
  ])('is refused in one sentence where it is not spoken: $args', async ({ args, environment, sentence }) => {
    expect(await run(args, environment)).toEqual({ code: 2, said: '', warned: [sentence] })
  })

  it('is that of every refusal', async () => {
    for (const [args, sentence] of [
      [
        ['learn'],
        '命令必须是 train、compare、leak、forecast、convert、sweep、report、verify 之一，给出的却是“learn”；请选择其中之一。',
      ],
      [['train', '--fast'], '选项必须是 --help 列出的，给出的却是“--fast”；请在那里查找正确的名字。'],
      [
        ['convert', 'a'],
        'convert 必须有两个文件，一个用来读取，一个用来写入，给出的却是 1 个；请指定这两个文件。',
      ],
      [['train', '--save', '--language', 'zh'], '--save 必须有值，但没有给出；请写 --save，后面跟它的值。'],
    ] as const)
      expect(await run(['--language', 'zh', ...args])).toEqual({ code: 2, said: '', warned: [sentence] })
  })

  it('gives help beside a language that is not spoken', async () => {
    const { code, said } = await run(['--help', '--language', 'fr'])
    expect([code, said.split('\n')[0]]).toEqual([0, 'Usage: npm run -s train -- [options]'])
  })

  it('is in the help of every command', async () => {
    for (const command of ['train', 'compare', 'convert'])
      expect((await run([command, '--help'])).said).toContain('\n  --language NAME ')
  })
})
