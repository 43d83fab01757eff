/** A complex transform of one length, with its tables. */
export type Fourier = {
  readonly size: number
  /** The discrete Fourier transform of re + i·im, in place, not scaled: X[k] = Σ x[n]·exp(−2πi·k·n/size). */
  readonly forward: (re: Float64Array, im: Float64Array) => void
}

/**
 * The radix-2 transform of Cooley and Tukey (1965). Its factors come from a table of sines and not from each other, so that
 * the error grows with the logarithm of the size alone.
 *
 * @param size a power of two, from 2
 * @throws RangeError for another size
 */
export function fourier(size: number): Fourier {
  const bits = Math.log2(size)
  if (!Number.isInteger(bits) || bits < 1)
    throw new RangeError(`fourier expected a power of two, but got ${size}`)
  const half = size / 2
  const cos = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size))
  const sin = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size))
  const reversed = new Uint32Array(size)
  for (let k = 1; k < size; k += 1)
    reversed[k] = ((reversed[k >> 1] as number) >> 1) | ((k & 1) << (bits - 1))

  function forward(re: Float64Array, im: Float64Array) {
    for (let k = 0; k < size; k += 1) {
      const other = reversed[k] as number
      if (other > k) {
        swap(re, k, other)
        swap(im, k, other)
      }
    }
    for (let width = 1; width < size; width *= 2) {
      const stride = half / width
      for (let start = 0; start < size; start += 2 * width)
        for (let k = 0; k < width; k += 1) {
          const [a, b] = [start + k, start + k + width]
          const [c, s] = [cos[k * stride] as number, sin[k * stride] as number]
          const [bRe, bIm] = [re[b] as number, im[b] as number]
          const turnedRe = bRe * c + bIm * s
          const turnedIm = bIm * c - bRe * s
          const [aRe, aIm] = [re[a] as number, im[a] as number]
          re[a] = aRe + turnedRe
          im[a] = aIm + turnedIm
          re[b] = aRe - turnedRe
          im[b] = aIm - turnedIm
        }
    }
  }
  return { size, forward }
}

function swap(values: Float64Array, a: number, b: number) {
  const kept = values[a] as number
  values[a] = values[b] as number
  values[b] = kept
}
