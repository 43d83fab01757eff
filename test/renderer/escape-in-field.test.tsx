// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage
beforeEach(async () => {
  // Only what waits for a hand to rest: frames and promises are as ever.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  page = await openPage()
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const field = (testId: string) => page.get(testId) as HTMLInputElement
const rateInForce = () => page.world.store.getState().run?.config.training.learningRate
const rest = () => page.settle(async () => void (await vi.advanceTimersByTimeAsync(150)))
const press = (testId: string, key: string) =>
  page.settle(() => field(testId).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

/** Types over what stands in a field, and stays in it. */
async function typeInto(testId: string, text: string) {
  await page.settle(() => field(testId).focus())
  await page.settle(() => {
    // React listens to what the prototype's setter does not tell it: this is how a key reaches it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(testId), text)
    field(testId).dispatchEvent(new Event('input', { bubbles: true }))
  })
}

describe('Escape in a field', () => {
  it('takes back what was typed, before it was sent', async () => {
    await typeInto('learning-rate', '0.5')
    await press('learning-rate', 'Escape')
    await rest()
    expect([field('learning-rate').value, rateInForce()]).toEqual(['0.02', 0.02])
    expect(page.fake.asked.map(({ name }) => name)).not.toContain('changeSettings')
  })

  it('takes it back from the run, when it has been sent', async () => {
    await typeInto('learning-rate', '0.5')
    await rest()
    expect(rateInForce()).toBe(0.5)
    await press('learning-rate', 'Escape')
    expect([field('learning-rate').value, rateInForce()]).toEqual(['0.02', 0.02])
  })

  it('takes it back from the run, while it is on its way there', async () => {
    const { request } = page.fake.api
    const change = request.changeSettings
    let arrive = () => {}
    const way = new Promise<void>((resolve) => {
      arrive = resolve
    })
    Object.assign(request, {
      changeSettings: async (...args: Parameters<typeof change>) => {
        await way
        return change(...args)
      },
    })
    await typeInto('learning-rate', '0.5')
    await rest()
    await press('learning-rate', 'Escape')
    expect([field('learning-rate').value, rateInForce()]).toEqual(['0.02', 0.02])
    await page.settle(async () => {
      arrive()
      await way
    })
    const rates = page.fake.asked.filter(({ name }) => name === 'changeSettings').map(({ args }) => args[1])
    expect(rates).toMatchObject([{ learningRate: 0.5 }, { learningRate: 0.02 }])
    expect([field('learning-rate').value, rateInForce()]).toEqual(['0.02', 0.02])
  })

  it('leaves alone what was accepted by Enter', async () => {
    await typeInto('learning-rate', '0.5')
    await press('learning-rate', 'Enter')
    await press('learning-rate', 'Escape')
    await rest()
    expect([field('learning-rate').value, rateInForce()]).toEqual(['0.5', 0.5])
  })

  it('goes back to what waited for Reset, and from there to what is in force', async () => {
    await page.click('one-update')
    await page.type('hidden-units', '48')
    await typeInto('hidden-units', '64')
    await press('hidden-units', 'Escape')
    expect(field('hidden-units').value).toBe('48')
    await press('hidden-units', 'Escape')
    expect(field('hidden-units').value).toBe('32')
  })
})
