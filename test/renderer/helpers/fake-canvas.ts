/** How often charts have cleared their canvases to draw: chart.js does so once a draw. */
export type CanvasCounts = { clears: number }

/**
 * Gives the canvases of a test page a context that draws nothing, so that chart.js runs as it is. Returns
 * what was counted; the page of a test file is thrown away with its canvases.
 */
export function fakeCanvases(): CanvasCounts {
  const counts = { clears: 0 }
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * 7 }),
    clearRect: () => counts.clears++,
    getLineDash: () => [],
    fillStyle: '#000000',
  }
  HTMLCanvasElement.prototype.getContext = function getContext(this: HTMLCanvasElement) {
    return new Proxy(
      { ...known },
      {
        get: (target, name) => (name === 'canvas' ? this : (target[String(name)] ?? (() => {}))),
        set: (target, name, value) => {
          target[String(name)] = value
          return true
        },
      },
    )
  } as unknown as HTMLCanvasElement['getContext']
  return counts
}
