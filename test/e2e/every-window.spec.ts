import { expect } from '@playwright/test'
import { type App, test } from '../helpers/app'
import { axeFaults } from '../helpers/axe'
import { type Look, NARROW, throughEveryState, WIDE } from '../helpers/every-state'
import { keepPicture, layoutFaults, SIZES, type Size, setWindow, type WindowTheme } from '../helpers/layout'

// A trace keeps a copy of the page for each of the many looks.
test.use({ trace: 'off' })

/** As small, as usual and as folded as it gets: for what the other sizes have told of already. */
const FEW: readonly Size[] = [
  { width: 800, height: 600, zoom: 1 },
  WIDE,
  NARROW,
  { width: 800, height: 600, zoom: 2 },
]

/** Looks at the state that the app is in, in every window, light and dark; what is wrong is gathered. */
function inspector(app: App) {
  const faults: string[] = []
  async function gather(where: string, found: (page: App['page']) => Promise<string[]>) {
    for (const fault of await found(app.page)) faults.push(`${where}: ${fault}`)
  }
  async function inspect(state: string, theme: WindowTheme, sizes: readonly Size[]) {
    for (const size of sizes) {
      await setWindow(app, size, theme)
      const { width, height, zoom } = size
      await gather(`${state}, ${width} x ${height} at ${zoom * 100} %, ${theme}`, layoutFaults)
      if (size !== WIDE && size !== NARROW) continue
      await gather(`${state}, ${theme}`, axeFaults)
      await keepPicture(app, `40-${state.replaceAll(' ', '-')}-${theme}-${width / zoom}`)
    }
    await setWindow(app, WIDE, theme)
  }
  const look: Look = async (state, depth) => {
    switch (depth) {
      case 'here':
        await gather(state, layoutFaults)
        return gather(state, axeFaults)
      case 'glance':
        return inspect(state, 'light', FEW)
      case 'whole':
        // Sizes do not depend on colours: in the dark a few are enough.
        await inspect(state, 'dark', FEW)
        return inspect(state, 'light', [...SIZES, NARROW, WIDE])
    }
  }
  return { faults, look }
}

test('nothing is cut, covered or out of reach in any window, and axe finds nothing in any state @long', async ({
  launch,
  folder,
}) => {
  test.setTimeout(300_000)
  const app = await launch()
  const { look, faults } = inspector(app)
  await throughEveryState(app, folder, 'en', look)
  expect(faults).toEqual([])
})
