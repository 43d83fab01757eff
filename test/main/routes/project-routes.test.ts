import { MOST_NOTES } from '@contract/project/project'
import { fail, ok } from '@contract/result'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../main/host/trainer-host'
import { createProjectRoutes } from '../../../main/routes/project-routes'
import { checkArguments } from '../../../main/wire/request-schemas'
import { madeUp, sentenceOf } from '../../helpers/saying'

const WAIT = fail('trainer-not-ready', madeUp('wait'))

function setUp({ path = undefined as string | undefined, ready = true } = {}) {
  const done: unknown[][] = []
  const ask = (async () => ok()) as Ask
  const routes = createProjectRoutes({
    host: { ask, refusal: () => (ready ? null : WAIT) },
    dialogs: {
      askOpenPath: async (what) => {
        done.push(['dialog', what])
        return path
      },
    },
    recent: {
      choose: (id, content) =>
        id === 'newest' && content === 'project'
          ? ok('/tmp/recent.unroll')
          : fail('file-unreadable', madeUp('gone')),
    },
    projects: {
      open: async (opened) => {
        done.push(['open', opened])
        return ok(null)
      },
      save: async (...wanted) => {
        done.push(['save', ...wanted])
        return ok(null)
      },
      keepNotes: (...written) => {
        done.push(['notes', ...written])
        return ok()
      },
      proveAll: (run) => {
        done.push(['prove', run])
        return ok()
      },
      cancelProof: () => void done.push(['cancel']),
    },
  })
  return { routes, done }
}

describe('the requests about projects', () => {
  it('open a project from a dialog, from the recent files, and one that was dropped', async () => {
    const { routes, done } = setUp({ path: '/tmp/a.unroll' })
    await routes.openProject()
    await routes.openRecentProject('newest')
    await routes.openDroppedProject('/tmp/b.unroll')
    expect(done).toEqual([
      ['dialog', 'project'],
      ['open', '/tmp/a.unroll'],
      ['open', '/tmp/recent.unroll'],
      ['open', '/tmp/b.unroll'],
    ])
    expect(await routes.openRecentProject('other')).toMatchObject({ error: { code: 'file-unreadable' } })
    expect(done).toHaveLength(4)
  })

  it('do nothing where the dialog is closed, and ask for nothing that nobody could do', async () => {
    const closed = setUp()
    expect(await closed.routes.openProject()).toEqual(ok(null))
    expect(closed.done).toEqual([['dialog', 'project']])
    const early = setUp({ path: '/tmp/a.unroll', ready: false })
    const { openProject, openRecentProject, openDroppedProject, ...others } = early.routes
    const opened = [openProject(), openRecentProject('newest'), openDroppedProject('/tmp/b.unroll')]
    const asked = [others.saveProject('a'), others.saveProjectAs('a'), others.proveAll('a')]
    const answers = await Promise.all<unknown>([...opened, ...asked])
    expect(answers).toEqual(answers.map(() => WAIT))
    expect(early.done).toEqual([])
  })

  it('save the run that was named, to its file or elsewhere', async () => {
    const { routes, done } = setUp()
    await routes.saveProject('a')
    await routes.saveProjectAs('b')
    routes.cancelProof()
    expect(done).toEqual([['save', 'a', 'its-file'], ['save', 'b', 'elsewhere'], ['cancel']])
  })

  it('let in notes of a length that a file can have, and paths of this machine alone', () => {
    expect(checkArguments('keepNotes', ['a', 'x'.repeat(MOST_NOTES)]).ok).toBe(true)
    const long = checkArguments('keepNotes', ['a', 'x'.repeat(MOST_NOTES + 1)])
    expect(long.ok ? '' : sentenceOf(long.error)).toBe(
      'Notes have at most 100,000 characters, but these have 100,001; shorten them.',
    )
    for (const notes of [null, 7, ['x']]) expect(checkArguments('keepNotes', ['a', notes]).ok).toBe(false)
    for (const path of ['', 'a.unroll', 7, null])
      expect(checkArguments('openDroppedProject', [path])).toMatchObject({ ok: false })
    expect(checkArguments('saveProject', ['a', '/etc/passwd']).ok).toBe(false)
  })
})
