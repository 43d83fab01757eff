// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PageBoundary } from '../../renderer/PageBoundary'

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

function Broken(): never {
  // With a full stop of its own, which must not stand in the midst of ours.
  throw new RangeError('Invalid time value.')
}

it('shows a sentence and a way on where a part of the page fails, and else the page', async () => {
  await act(async () => root.render(<PageBoundary>whole</PageBoundary>))
  expect(place.textContent).toBe('whole')
  await act(async () =>
    root.render(
      <PageBoundary>
        <Broken />
      </PageBoundary>,
    ),
  )
  expect(place.querySelector('[data-testid="page-failure"]')?.textContent).toContain(
    'Something failed in it that should not (Invalid time value). The run is not affected',
  )
  expect(place.querySelector('[data-testid="reload-page"]')).not.toBeNull()
})
