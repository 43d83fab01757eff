/** How the line of a lane is drawn: a colour and dashes of its own, the first one without. */
export type LaneMark = { readonly colour: string; readonly dashes: string | undefined }

const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 2', '12 4'] as const

export function laneMark(index: number): LaneMark {
  const at = index % DASHES.length
  return { colour: `var(--lane-${at + 1})`, dashes: DASHES[at] }
}
