// @vitest-environment happy-dom

import type { Proof, ProofVerdict } from '@contract/project/proof'
import type { ProjectStanding, ProofStanding } from '@contract/project/standing'
import { fail, ok } from '@contract/result'
import { afterEach, describe, expect, it } from 'vitest'
import { madeUp } from '../helpers/saying'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage
afterEach(() => page.close())

const asked = (name: string) => page.fake.asked.filter((one) => one.name === name).map(({ args }) => args)
const choose = (name: 'open-project' | 'save-project' | 'save-project-as' | 'project-notes') =>
  page.settle(() => page.fake.emit('menuChosen', { name }))

function proofOf(
  verdict: ProofVerdict,
  segments = 1,
  segmentsInAll = 1,
  family: Pick<Proof, 'branches' | 'branchesInAll'> = { branches: [], branchesInAll: 0 },
): ProofStanding {
  const proof: Proof = {
    ...{ updates: 47, identical: 47, segments, segmentsInAll, verdict },
    ...family,
  }
  return { kind: 'proven', scope: 'last', proof }
}

async function stands(change: Partial<ProjectStanding>) {
  const standing = { runId: 'run-1', file: { name: 'a.unroll', changed: false }, notes: '', proof: null }
  await page.settle(() => page.fake.emit('projectChanged', { ...standing, ...change }))
}

describe('project files in the page', () => {
  it('are opened and saved from the menu, the shown run by its name', async () => {
    page = await openPage()
    await choose('open-project')
    expect(asked('openProject')).toEqual([[]])
    page.fake.answer(
      'saveProject',
      ok({ runId: 'run-1', update: 3, name: 'a.unroll', bytes: 5000, family: { saved: 0, unread: 0 } }),
    )
    await choose('save-project')
    await choose('save-project-as')
    expect([asked('saveProject'), asked('saveProjectAs')]).toEqual([[['run-1']], [['run-1']]])
    expect(page.text('notice')).toBe('Saved a.unroll, 5 kB')
    page.fake.answer('openRecentProject', fail('file-unreadable', madeUp('A newer version saved it.')))
    await page.settle(() => page.fake.emit('menuChosen', { name: 'open-recent-project', file: 'x' }))
    expect(asked('openRecentProject')).toEqual([['x']])
    expect(page.text('notice')).toBe('A newer version saved it.')
  })

  it('are opened as such when they are dropped, whatever the case of their ending', async () => {
    page = await openPage()
    await page.settle(() => void page.world.commands.loadDropped([new File([], 'A.Unroll')]))
    expect(asked('openDroppedProject')).toHaveLength(1)
    expect([asked('loadDroppedWeights'), asked('contentOfDropped')]).toEqual([[], []])
  })

  it('prove themselves in a quiet line, and all of them on demand', async () => {
    page = await openPage()
    expect(page.find('proof')).toBeNull()
    await stands({ proof: { kind: 'proving', scope: 'last' } })
    expect(page.text('proof')).toContain('Making the updates of a.unroll again…')
    await page.settle(() => page.fake.emit('projectProving', { updates: 12, of: 4700 }))
    expect(page.text('proof')).toContain('again: 12 of 4,700')
    await page.click('cancel-proof')
    expect(asked('cancelProof')).toHaveLength(1)
    await stands({ proof: proofOf({ kind: 'identical' }, 1, 16) })
    expect(page.get('proof').dataset.kind).toBe('success')
    expect(page.text('proof')).toContain('a.unroll: 47 of 47 updates identical: the last of 16 segments.')
    await page.click('check-all')
    expect(asked('proveAll')).toEqual([['run-1']])
    await stands({ proof: proofOf({ kind: 'identical' }) })
    expect(page.text('proof')).toContain('a.unroll: 47 of 47 updates identical.')
    expect(page.find('check-all')).toBeNull()
    await page.click('dismiss-proof')
    expect(page.find('proof')).toBeNull()
    // What becomes of the run later brings it back no more; another proof does.
    await stands({ proof: proofOf({ kind: 'identical' }), file: { name: 'a.unroll', changed: true } })
    expect(page.find('proof')).toBeNull()
    await stands({ proof: { kind: 'proving', scope: 'all' } })
    expect(page.find('proof')).not.toBeNull()
  })

  it('prove their related runs on demand, and say in which of them an update differs', async () => {
    page = await openPage()
    await stands({ proof: proofOf({ kind: 'identical' }, 1, 1, { branches: [], branchesInAll: 2 }) })
    expect(page.text('proof')).toContain('a.unroll: 47 of 47 updates identical.')
    await page.click('check-all')
    expect(asked('proveAll')).toEqual([['run-1']])
    const counts = { updates: 20, identical: 20, segments: 2, segmentsInAll: 2 }
    const first = {
      ...counts,
      member: 'more/branch-01.unroll',
      name: null,
      verdict: { kind: 'identical' },
    } as const
    const verdict = { kind: 'different', update: 9, difference: 0.02 } as const
    const same = { branches: [first, first], branchesInAll: 2 }
    await stands({ proof: proofOf({ kind: 'identical' }, 1, 1, same) })
    expect(page.text('proof')).toContain('In 2 related runs: 40 of 40 updates identical.')
    expect([page.find('check-all'), page.get('proof').dataset.kind]).toEqual([null, 'success'])
    const other = { branches: [first, { ...first, name: 'Slow', verdict }], branchesInAll: 2 }
    await stands({ proof: proofOf({ kind: 'identical' }, 1, 1, other) })
    expect(page.text('proof')).toContain('In the related run "Slow": Update 9 is the first that differs')
    expect(page.get('proof').dataset.kind).toBe('error')
  })

  it('tell of the related runs that came with them, and of those that could not be saved', async () => {
    page = await openPage()
    const opened = { name: 'a.unroll', newer: null, runId: 'run-1', branches: { added: 3, known: 1 } }
    page.fake.answer('openProject', ok(opened as never))
    await choose('open-project')
    expect(page.text('notice')).toBe('With a.unroll came 3 related runs: see Runs.')
    const saved = {
      runId: 'run-1',
      update: 3,
      name: 'a.unroll',
      bytes: 5000,
      family: { saved: 2, unread: 1 },
    }
    page.fake.answer('saveProject', ok(saved))
    await choose('save-project')
    expect(page.text('notice')).toBe('a.unroll is saved, but without 1 related run that cannot be read.')
  })

  it('say plainly that they are not what was computed, and from which update on', async () => {
    page = await openPage()
    await stands({ proof: proofOf({ kind: 'different', update: 31, difference: 0.02 }) })
    expect(page.get('proof').dataset.kind).toBe('error')
    expect(page.text('proof')).toContain('Update 31 is the first that differs')
    await stands({ proof: proofOf({ kind: 'unrecorded', update: 12 }) })
    expect(page.get('proof').dataset.kind).toBe('error')
    expect(page.text('proof')).toContain("Update 12 is the first that is not in the project's record")
    await stands({ proof: { kind: 'failed', why: madeUp('It cannot be read.') } })
    expect([page.text('proof'), page.get('proof').dataset.kind]).toEqual(['It cannot be read.', 'error'])
  })

  it('have notes, which are kept however their dialog is closed, and only when they were changed', async () => {
    page = await openPage()
    await stands({ notes: 'before' })
    await choose('project-notes')
    const field = page.get('notes') as HTMLTextAreaElement
    expect(field.value).toBe('before')
    await page.click('notes-close')
    expect([asked('keepNotes'), page.find('notes-dialog')]).toEqual([[], null])
    await choose('project-notes')
    ;(page.get('notes') as HTMLTextAreaElement).value = 'after'
    await page.settle(() => (page.get('notes-dialog') as HTMLDialogElement).close())
    expect(asked('keepNotes')).toEqual([['run-1', 'after']])
    expect(page.find('notes-dialog')).toBeNull()
  })
})
