/** A value as text, so that different ones look different: JSON has neither -0 nor infinities. */
export function exactText(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (Array.isArray(value)) return `[${value.map(exactText).join()}]`
  return JSON.stringify(value) ?? 'undefined'
}
