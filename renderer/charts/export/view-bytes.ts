import { MAX_VIEW_BYTES, type ViewFormat } from '@contract/files/view-files'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { ReadUpdates } from '../../store/curves/update-table'
import { elementMarkup } from './element-markup'
import type { Exportable } from './exportable'
import { type Frame, framed } from './framed'
import { createSvgContext } from './svg/svg-context'
import { viewCsv } from './view-table'

/** Pixels of a PNG for one of the page: it is read in reports and on screens that are finer than this one. */
const PNG_SCALE = 2
/** Pixels that a canvas of Chromium has at most in either direction. */
const MOST_PIXELS = 16_384

type Bytes = Uint8Array<ArrayBuffer>

/**
 * A view as the bytes of a file.
 *
 * @param frame what stands around its picture, in the colours that are seen
 * @param read where its table takes updates from that are not in memory
 */
export async function viewBytes(
  view: Exportable,
  format: ViewFormat,
  frame: Frame,
  read: ReadUpdates,
): Promise<Result<Bytes>> {
  const made = format === 'csv' ? await csvOf(view, read) : await pictureOf(view, format, frame)
  if (!made.ok) return made
  const { byteLength } = made.value
  return byteLength <= MAX_VIEW_BYTES
    ? made
    : fail('invalid-setting', text('views.tooLarge', { bytes: byteLength, most: MAX_VIEW_BYTES }))
}

async function csvOf({ table }: Exportable, read: ReadUpdates): Promise<Result<Bytes>> {
  const made = await table(read)
  if (!('ok' in made)) return ok(encoded(viewCsv(made)))
  return made.ok ? ok(encoded(viewCsv(made.value))) : made
}

async function pictureOf(
  { name, picture }: Exportable,
  format: 'svg' | 'png',
  frame: Frame,
): Promise<Result<Bytes>> {
  const { width, height } = picture.kind === 'drawn' ? picture : boundsOf(picture.elements)
  const measurer = document.createElement('canvas').getContext('2d')
  if (!measurer || width <= 0 || height <= 0) return fail('invalid-setting', text('views.nothing'))
  const around = framed({ width, height }, frame, (words, font) => {
    measurer.font = font
    return measurer.measureText(words).width
  })
  const isLarge = Math.max(around.width, around.height) * PNG_SCALE > MOST_PIXELS
  if (format === 'png' && isLarge) return fail('invalid-setting', text('views.tooLargePicture'))

  function svg(): string {
    const { context, embed, markup } = createSvgContext(around, name, measurer as CanvasRenderingContext2D)
    around.draw(context)
    if (picture.kind === 'elements') {
      const { left, top } = boundsOf(picture.elements)
      for (const element of picture.elements) {
        const box = element.getBoundingClientRect()
        const place = { x: around.left + box.left - left, y: around.top + box.top - top }
        embed(elementMarkup(element, { ...place, width: box.width, height: box.height }))
      }
    } else {
      context.translate(around.left, around.top)
      picture.draw(context)
    }
    return markup(frame.title)
  }

  if (format === 'svg') return ok(encoded(`${svg()}\n`))
  const canvas = document.createElement('canvas')
  canvas.width = around.width * PNG_SCALE
  canvas.height = around.height * PNG_SCALE
  const ctx = canvas.getContext('2d')
  if (!ctx) return fail('invalid-setting', text('views.tooLargePicture'))
  if (picture.kind === 'elements') {
    const image = new Image(canvas.width, canvas.height)
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg())}`
    await image.decode()
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height)
  } else {
    ctx.scale(PNG_SCALE, PNG_SCALE)
    around.draw(ctx)
    ctx.translate(around.left, around.top)
    picture.draw(ctx)
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) return fail('invalid-setting', text('views.tooLargePicture'))
  return ok(new Uint8Array(await blob.arrayBuffer()))
}

/** What some elements take up together on the page; nothing where there is none. */
function boundsOf(elements: readonly Element[]): Pick<DOMRect, 'left' | 'top' | 'width' | 'height'> {
  const boxes = elements.map((element) => element.getBoundingClientRect())
  if (boxes.length === 0) return { left: 0, top: 0, width: 0, height: 0 }
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  return {
    ...{ left, top },
    width: Math.max(...boxes.map((box) => box.right)) - left,
    height: Math.max(...boxes.map((box) => box.bottom)) - top,
  }
}

function encoded(written: string): Bytes {
  return new TextEncoder().encode(written) as Bytes
}
