import { expect, it } from 'vitest'
import type { SaveRequest } from '../../../main/files/dialogs'
import { oneAtATime } from '../../../main/files/one-dialog'
import { madeUp } from '../../helpers/saying'

it('opens one dialog at a time, and answers a second request as if it had been closed', async () => {
  const answers: ((path: string) => void)[] = []
  const open = () => new Promise<string>((answer) => answers.push(answer))
  const happened: string[] = []
  const one = oneAtATime(
    { askSavePath: open, askOpenPath: open },
    () => happened.push('focus'),
    () => happened.push(one.isOpen() ? 'open' : 'closed'),
  )
  const request: SaveRequest = { title: madeUp(''), name: '', choice: { format: 'npz', script: false } }
  const first = one.askSavePath(request)
  expect(await one.askSavePath(request)).toBeUndefined()
  expect(await one.askOpenPath('weights')).toBeUndefined()
  expect(answers).toHaveLength(1)
  answers[0]?.('/a')
  expect(await first).toBe('/a')
  expect(happened).toEqual(['open', 'focus', 'focus', 'closed'])
  const next = one.askOpenPath('weights')
  answers[1]?.('/b')
  expect(await next).toBe('/b')
})

it('is free again after a dialog that failed', async () => {
  const broken = async () => {
    throw new Error('no dialog')
  }
  const one = oneAtATime(
    { askSavePath: broken, askOpenPath: broken },
    () => {},
    () => {},
  )
  await expect(one.askOpenPath('weights')).rejects.toThrow('no dialog')
  expect(one.isOpen()).toBe(false)
})
