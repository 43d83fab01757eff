import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPageRequest } from '../../../main/page/page-files'

let root: string
let folder: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'unroll-page-'))
  folder = join(root, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await mkdir(join(root, 'renderer-other'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'assets', 'a b.js'), 'one()')
  await writeFile(join(folder, 'notes.txt'), 'not for a page')
  await writeFile(join(root, 'secret.html'), 'secret')
  await writeFile(join(root, 'renderer-other', 'secret.html'), 'secret')
  await symlink(join(root, 'secret.html'), join(folder, 'link.html'))
})

afterAll(() => rm(root, { recursive: true }))

function get(url: string, method = 'GET'): Promise<Response> {
  return answerPageRequest(folder, { method, url })
}

describe("the page's files", () => {
  it('are served with their type and the policy', async () => {
    const page = await get('app://unroll/index.html')
    expect(page.status).toBe(200)
    expect(await page.text()).toBe('<!doctype html>')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    // It would cost every start a process.
    expect(page.headers.has('cross-origin-opener-policy')).toBe(false)
    expect(page.headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  })

  it('are found by their decoded names', async () => {
    const script = await get('app://unroll/assets/a%20b.js?v=1#top')
    expect(script.status).toBe(200)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    ['app://unroll/../secret.html', 404],
    ['app://unroll/..%2fsecret.html', 400],
    ['app://unroll/..%2Frenderer-other%2Fsecret.html', 400],
    ['app://unroll/assets/%2e%2e%2f%2e%2e%2fsecret.html', 400],
    ['app://unroll/..%5csecret.html', 400],
    ['app://unroll/index.html%00.js', 400],
    ['app://unroll/%', 400],
    ['app://elsewhere/index.html', 400],
    ['nonsense', 400],
    ['app://unroll/link.html', 404],
    ['app://unroll/missing.html', 404],
    ['app://unroll/notes.txt', 404],
    ['app://unroll/assets', 404],
    ['app://unroll/', 404],
  ])('do not include %s', async (url, status) => {
    const refused = await get(url)
    expect(refused.status).toBe(status)
    expect(await refused.text()).toBe('')
    expect(refused.headers.get('content-security-policy')).not.toBeNull()
  })

  it.each(['POST', 'HEAD', 'PUT'])('can only be got, not %s', async (method) => {
    expect((await get('app://unroll/index.html', method)).status).toBe(405)
  })
})
