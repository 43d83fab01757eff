/** @typedef {{ isTTY?: boolean, columns?: number, write(text: string): unknown }} Output */

const megabyte = 1_000_000
const redrawMs = 100
const barWidth = 24

/**
 * Bytes in the unit people compare with their disk and their line.
 *
 * @param {number} bytes
 * @returns {string}
 */
export function megabytes(bytes) {
  return `${(bytes / megabyte).toFixed(bytes < 10 * megabyte ? 1 : 0)} MB`
}

/**
 * Shows how far a download or an extraction is: a bar on a terminal, a line each quarter in a log.
 *
 * @param {{ label: string, total?: number | undefined, output?: Output, now?: () => number }} options
 */
export function createProgress({
  label,
  total,
  output = process.stderr,
  now = performance.now.bind(performance),
}) {
  const started = now()
  let drawn = Number.NEGATIVE_INFINITY
  let quarter = 0
  if (!output.isTTY) output.write(`${label}${total ? ` (${megabytes(total)})` : ''}\n`)

  /** @param {number} bytes */
  const figures = (bytes) => {
    const speed = bytes / Math.max(now() - started, 1)
    const amount = total ? `${megabytes(bytes)} of ${megabytes(total)}` : megabytes(bytes)
    return `${amount}, ${(speed / 1000).toFixed(1)} MB/s`
  }

  return {
    /** @param {number} bytes how many have come so far */
    update(bytes) {
      const share = total ? Math.min(bytes / total, 1) : 0
      if (!output.isTTY) {
        if (!total || Math.floor(share * 4) <= quarter) return
        quarter = Math.floor(share * 4)
        output.write(`  ${Math.floor(share * 100)} %, ${figures(bytes)}\n`)
        return
      }
      if (now() - drawn < redrawMs) return
      drawn = now()
      const full = Math.round(share * barWidth)
      const bar = total
        ? `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${Math.floor(share * 100)} % `
        : ''
      output.write(`\r\x1b[2K${`${label} ${bar}${figures(bytes)}`.slice(0, (output.columns ?? 80) - 1)}`)
    },
    /** Takes the bar away; call it in every case, or the next line lands behind it. */
    end() {
      if (output.isTTY) output.write('\r\x1b[2K')
    },
  }
}

/**
 * Keeps a terminal alive while something works whose length nobody knows; a log gets one line.
 *
 * @template T
 * @param {string} label
 * @param {Promise<T>} work
 * @param {Output} [output]
 * @returns {Promise<T>}
 */
export async function whileWorking(label, work, output = process.stderr) {
  if (!output.isTTY) {
    output.write(`${label}\n`)
    return work
  }
  const started = performance.now()
  const draw = () => output.write(`\r\x1b[2K${label} (${Math.round((performance.now() - started) / 1000)} s)`)
  draw()
  const timer = setInterval(draw, 1000)
  try {
    return await work
  } finally {
    clearInterval(timer)
    output.write('\r\x1b[2K')
  }
}
