import { text } from '@contract/language/texts'
import { describe, expect, it } from 'vitest'
import { createNotices } from '../../../main/host/notices'
import { notRecordable } from '../../../main/trainer/not-recordable'
import { REFUSED } from '../../../main/trainer/training/engine/recordings'

/** As it comes from another process. */
const sent = <T>(notice: T): T => structuredClone(notice)

describe('notices of a trainer', () => {
  it('say that training is slower once for each cause, whatever trainer finds it again', () => {
    const said: unknown[] = []
    const hear = createNotices((notice) => said.push(notice))
    for (let start = 0; start < 3; start += 1)
      for (const cause of ['ENOSPC', 'EROFS', 'ESTALE', 'ENOSYS', REFUSED]) hear(sent(notRecordable(cause)))
    expect(said).toEqual(['ENOSPC', 'EROFS', 'ESTALE', 'ENOSYS', REFUSED].map(notRecordable))
  })

  it('say as often as it happens what is about something that was asked for', () => {
    const said: unknown[] = []
    const hear = createNotices((notice) => said.push(notice))
    const notice = text('trainer.noBest')
    for (let i = 0; i < 2; i += 1) hear(sent(notice))
    expect(said).toEqual([notice, notice])
  })
})
