import { expect, it } from 'vitest'
import { createPageViewMemory } from '../../../main/window/page-view'

const view = (modal: boolean) => ({ modal, showInput: true, logLoss: false })

it('remembers what the page shows until another page comes', () => {
  let changes = 0
  const memory = createPageViewMemory(() => {
    changes += 1
  })
  memory.take(view(false))
  expect(memory.now()).toEqual(view(false))
  memory.forget()
  expect(memory.now()).toEqual({ modal: false, showInput: false, logLoss: false })
  expect(changes).toBe(2)
})

it('lets what came meanwhile go on when the dialog is closed, or its page is gone', async () => {
  const memory = createPageViewMemory(() => {})
  const done: string[] = []
  await memory.free()
  memory.take(view(true))
  const waits = ['a', 'b'].map((name) => memory.free().then(() => done.push(name)))
  memory.take(view(true))
  expect(done).toEqual([])
  memory.take(view(false))
  await Promise.all(waits)
  expect(done).toEqual(['a', 'b'])
  memory.take(view(true))
  const last = memory.free()
  memory.forget()
  await last
})
