// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const names = () => page.fake.asked.map(({ name }) => name)
const press = (key: string, target: Element = document.activeElement ?? document.body) =>
  page.settle(() => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
const title = () => page.get('tour').querySelector('h2')?.textContent

async function openTour() {
  page = await openPage()
  await page.settle(() => page.fake.emit('menuChosen', { name: 'show-tour' }))
}

describe('the tour', () => {
  it('is not there until it is due or asked for', async () => {
    page = await openPage()
    expect(page.find('tour')).toBeNull()
    await page.settle(() => page.fake.emit('menuChosen', { name: 'show-tour' }))
    expect(document.activeElement).toBe(page.get('tour-next'))
    expect(names()).not.toContain('endTour')
  })

  it('points at one control after the other, and at nothing when it is over', async () => {
    await openTour()
    const targets: (string | null | undefined)[] = []
    while (page.find('tour')) {
      targets.push(document.querySelector('[data-tour-target]')?.className)
      await page.click('tour-next')
    }
    expect(targets).toEqual(['preset', 'button primary', 'field', 'card data', 'group files'])
    expect(document.querySelector('[data-tour-target]')).toBeNull()
    expect(names().filter((name) => name === 'endTour')).toHaveLength(1)
    expect(document.activeElement).toBe(page.get('start-pause'))
  })

  it('goes both ways by arrow keys, but ends only on purpose', async () => {
    await openTour()
    await press('ArrowLeft')
    expect(title()).toBe('Begin with a program or a series')
    for (let step = 0; step < 9; step += 1) await press('ArrowRight')
    expect(page.text('tour')).toContain('5 of 5')
    await press('ArrowLeft')
    expect(page.text('tour')).toContain('4 of 5')
    expect(names()).not.toContain('endTour')
  })

  it('follows its control when the first curves take the place of the data', async () => {
    await openTour()
    for (let step = 0; step < 3; step += 1) await press('ArrowRight')
    await page.click('one-update')
    expect(document.querySelector('[data-tour-target]')?.getAttribute('aria-label')).toBe('Prediction')
  })

  it('lets the menu act on the run: its stops ask for just that', async () => {
    await openTour()
    await page.settle(() => page.fake.emit('menuChosen', { name: 'step' }))
    expect(names()).toContain('stepRun')
    expect(page.find('tour')).not.toBeNull()
  })

  it('waits under a dialog, which has the keys wherever the focus is, and goes on after it', async () => {
    await openTour()
    await page.settle(() => page.fake.emit('menuChosen', { name: 'show-shortcuts' }))
    const dialog = document.querySelector('dialog')
    expect(dialog?.open).toBe(true)
    await press('Escape', document.body)
    expect(title()).toBe('Begin with a program or a series')
    await page.settle(() => page.fake.emit('menuChosen', { name: 'step' }))
    expect(names()).not.toContain('stepRun')
    await page.settle(() => dialog?.close())
    await press('Escape', document.body)
    expect(page.find('tour')).toBeNull()
  })

  it('is ended by Escape anywhere but in a field', async () => {
    await openTour()
    await press('Escape', page.get('learning-rate'))
    expect(page.find('tour')).not.toBeNull()
    await press('Escape', document.body)
    expect(page.find('tour')).toBeNull()
    expect(names()).toContain('endTour')
  })
})
