const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const significant = new Intl.NumberFormat('en-US', {
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
})

const plain = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 12, useGrouping: false })

/** A count with its thousands separated: `1,153`. */
export function formatCount(value: number): string {
  return whole.format(value)
}

/** A loss with three significant digits: `0.0123`, `1.05`, `1.20e-7`; a dash when there is none. */
export function formatLoss(value: number | null): string {
  if (value === null) return '–'
  if (!Number.isFinite(value)) return 'not a number'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size < 1e-4 || size >= 1e6) return value.toExponential(2).replace('e+', 'e').replace('-', '−')
  return significant.format(value)
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** How far two runs are from each other, in two digits as computers write it: `3.1e-6`; `0` when they agree. */
export function formatDifference(value: number): string {
  if (!Number.isFinite(value)) return 'not a number'
  return value === 0 ? '0' : value.toExponential(1)
}

/** A mark of an axis, short and exact: `0.25`, `−1.5`, `10⁻⁵`, `2·10⁶`. */
export function formatMark(value: number): string {
  if (value === 0) return '0'
  if (value < 0) return `−${formatMark(-value)}`
  if (value >= 0.000999 && value < 10_000) return String(Number(value.toPrecision(6)))
  const [digits = '1', power = '0'] = value.toExponential(5).split('e')
  const factor = String(Number(digits))
  const raised = [...power]
    .map((sign) => (sign === '-' ? '⁻' : sign === '+' ? '' : SUPERSCRIPTS[Number(sign)]))
    .join('')
  return factor === '1' ? `10${raised}` : `${factor}·10${raised}`
}

/** A point of a curve with three decimals and a true minus sign: `−0.982`. */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return 'not a number'
  if (Math.abs(value) >= 1e4) return value.toExponential(2).replace('e+', 'e').replace('-', '−')
  const text = value.toFixed(3)
  return text === '-0.000' ? '0.000' : text.replace('-', '−')
}

/** Updates a second: one decimal below ten, whole numbers above; a dash when there is nothing to measure. */
export function formatRate(value: number): string {
  if (!(value > 0)) return '–'
  return value < 9.95 ? value.toFixed(1) : whole.format(value)
}

/** A time in multiples of π: `4.00π`. */
export function formatTimes(radians: number): string {
  return `${(radians / Math.PI).toFixed(2)}π`
}

/** A setting as it stands in its field: never `1e-6`, no thousands (they get in the way of typing). */
export function formatSetting(value: number): string {
  return plain.format(value)
}
