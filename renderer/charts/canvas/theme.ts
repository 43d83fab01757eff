/** The colours and the type that charts draw with: read from the style sheet, so that both agree. */
export type Theme = {
  readonly ink: string
  readonly inkSoft: string
  readonly line: string
  readonly surface: string
  readonly target: string
  readonly prediction: string
  readonly input: string
  readonly loss: string
  readonly meanLoss: string
  readonly norm: string
  readonly reference: string
  readonly validation: string
  readonly ghost: string
  readonly rival: string
  readonly accent: string
  readonly problem: string
  readonly partTrain: string
  readonly partValidation: string
  readonly partTest: string
  readonly font: string
}

/** The theme of the moment, and word of its change. */
export type ThemeSource = {
  readonly current: () => Theme
  readonly onChange: (listener: () => void) => () => void
}

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']

/** The colour that a name stands for: system colours cannot be seen through by their names. */
function resolved(colour: string): string {
  if (colour.startsWith('#')) return colour
  const probe = document.body.appendChild(document.createElement('span'))
  probe.style.cssText = `color: ${colour}; forced-color-adjust: none`
  const [red, green, blue] = (getComputedStyle(probe).color.match(/^rgb\((.*)\)$/)?.[1] ?? '').split(',')
  probe.remove()
  if (blue === undefined) return colour
  return `#${[red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
}

function read(): Theme {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => resolved(style.getPropertyValue(`--${name}`).trim() || 'gray')
  return {
    ink: colour('ink'),
    inkSoft: colour('ink-soft'),
    line: colour('line'),
    surface: colour('surface'),
    target: colour('target'),
    prediction: colour('prediction'),
    input: colour('input'),
    loss: colour('loss'),
    meanLoss: colour('mean-loss'),
    norm: colour('norm'),
    reference: colour('reference'),
    validation: colour('validation'),
    ghost: colour('ghost'),
    rival: colour('rival'),
    accent: colour('accent'),
    problem: colour('problem'),
    partTrain: colour('part-train'),
    partValidation: colour('part-validation'),
    partTest: colour('part-test'),
    font: style.getPropertyValue('--font').trim() || 'sans-serif',
  }
}

/** Watches the style sheet's theme, which follows the system's. */
export function watchTheme(): ThemeSource {
  let theme: Theme | null = null
  const listeners = new Set<() => void>()
  for (const query of QUERIES)
    matchMedia(query).addEventListener('change', () => {
      theme = null
      for (const listener of listeners) listener()
    })
  return {
    // Read when first drawn, not when the page begins: the style sheet may come later than the script.
    current: () => {
      theme ??= read()
      return theme
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A colour of the theme, seen through: `opacity` from 0 to 1. System colours stay as they are. */
export function translucent(colour: string, opacity: number): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return colour
  return `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`
}
