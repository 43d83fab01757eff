import { expect, test, vi } from 'vitest'
import { ensureChineseFont } from '../../scripts/setup/host/chinese-font.mjs'

const outcome = (stdout: string, missing = false) => ({
  code: missing ? 127 : 0,
  stdout,
  stderr: '',
  missing,
})

function world(fonts: ReturnType<typeof outcome>, root: boolean) {
  const install = vi.fn(async () => {})
  const say = vi.fn<(line: string) => void>()
  const run = vi.fn(async () => fonts)
  return { platform: 'linux', run, install, say, canInstall: () => root }
}

test('a font with Chinese letters is installed where there is none', async () => {
  const deps = world(outcome('\n'), true)
  await ensureChineseFont(deps)
  expect(deps.run).toHaveBeenCalledWith('fc-list', [':lang=zh-cn', 'family'])
  expect(deps.install).toHaveBeenCalledWith(['fonts-noto-cjk'], expect.stringContaining('boxes'))
})

test('nothing is installed where there is one, where nobody can tell, and on other systems', async () => {
  const all = [
    world(outcome('Noto Sans CJK SC\n'), true),
    world(outcome('', true), true),
    { ...world(outcome(''), true), platform: 'darwin' },
  ]
  for (const deps of all) {
    await ensureChineseFont(deps)
    expect(deps.install).not.toHaveBeenCalled()
    expect(deps.say).not.toHaveBeenCalled()
  }
})

test('who may not install is told the line that does, and set-up goes on', async () => {
  const deps = world(outcome(''), false)
  await ensureChineseFont(deps)
  expect(deps.install).not.toHaveBeenCalled()
  expect(deps.say).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/boxes.*apt-get install.*fonts-noto-cjk/),
  )
})

test('an installation that fails is told, and set-up goes on', async () => {
  const deps = world(outcome(''), true)
  deps.install.mockRejectedValue(new Error('apt-get could not install it'))
  await ensureChineseFont(deps)
  expect(deps.say).toHaveBeenCalledExactlyOnceWith('apt-get could not install it')
})
