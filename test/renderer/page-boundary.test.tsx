// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type AppWorld, AppWorldContext } from '../../renderer/app-world'
import { PageBoundary } from '../../renderer/PageBoundary'
import { createAppStore } from '../../renderer/store/app-store'
import { createHistory } from '../../renderer/store/curves/history'

/** All of the world that a page needs which cannot be drawn. */
const world = { store: createAppStore(createHistory()) } as unknown as AppWorld
let root: Root
let place: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place, { onCaughtError: () => {} })
})
afterEach(async () => {
  await act(async () => root.unmount())
  place.remove()
  vi.unstubAllGlobals()
})

function show(page: ReactNode) {
  return act(async () =>
    root.render(
      <AppWorldContext value={world}>
        <PageBoundary>{page}</PageBoundary>
      </AppWorldContext>,
    ),
  )
}

function Broken(): never {
  // With a full stop of its own, which must not stand in the midst of ours.
  throw new RangeError('Invalid time value.')
}

it('shows a sentence and a way on where a part of the page fails, and else the page', async () => {
  await show('whole')
  expect(place.textContent).toBe('whole')
  await show(<Broken />)
  expect(place.querySelector('[data-testid="page-failure"]')?.textContent).toContain(
    'Something failed in it that should not (Invalid time value). The run is not affected',
  )
  expect(place.querySelector('[data-testid="reload-page"]')).not.toBeNull()
  await act(async () => world.store.getState().languageChanged('zh'))
  expect(place.querySelector('[data-testid="page-failure"]')?.textContent).toContain(
    '（Invalid time value）。运行不受影响',
  )
})
