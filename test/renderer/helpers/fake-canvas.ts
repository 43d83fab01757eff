/** What charts have done to their canvases. */
export type CanvasCounts = {
  /** chart.js clears a canvas once a draw. */
  clears: number
  /** Every word that was written, in order. */
  written: string[]
}

/**
 * Gives the canvases of a test page a context that draws nothing, so that chart.js runs as it is. Returns
 * what was counted; the page of a test file is thrown away with its canvases.
 */
export function fakeCanvases(): CanvasCounts {
  const counts: CanvasCounts = { clears: 0, written: [] }
  const known: Record<string, unknown> = {
    createImageData: (width: number, height: number) => ({ data: new Uint8ClampedArray(4 * width * height) }),
    measureText: (text: string) => ({ width: text.length * 7 }),
    clearRect: () => counts.clears++,
    fillText: (text: string) => counts.written.push(text),
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
