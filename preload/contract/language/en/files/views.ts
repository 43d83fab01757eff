import { diskSize } from '../../disk-size'
import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** Views that are saved from their menus: pictures and tables. */
export const views = {
  'views.menu': 'Save this view',
  'views.menuOf': ({ view }: { view: string }) => `Save this view: ${view}`,
  'views.save': ({ format }: { format: string }) => `Save as ${format}…`,
  'views.svgFile': 'SVG picture',
  'views.pngFile': 'PNG picture',
  'views.csvFile': 'Table of the view',
  'views.dialog': ({ format }: { format: Text }, words: Words) => `Save view: ${words.say(format)}`,
  'views.nothing': 'There is nothing to be seen of this view yet; wait until it is drawn.',
  'views.tooManyRows': ({ rows, most }: { rows: number; most: number }) =>
    `The table of this view would have ${counted(rows, 'row')}, and at most ${counted(most, 'row')} of it can be saved; look at a shorter stretch, or export the whole run as a table with Export.`,
  'views.tooLarge': ({ bytes, most }: { bytes: number; most: number }, words: Words) =>
    `The file of this view would take ${diskSize(bytes, words)}, and at most ${diskSize(most, words)} can be saved; look at a shorter stretch, or make the window smaller.`,
  'views.tooLargePicture':
    'The picture of this view would be larger than a PNG of this app can be; make the window smaller, or save it as SVG.',
  'views.ghostNotRead':
    'The predictions of the run that this one branches off from are still being read from its record; wait a moment, or look at a shorter stretch, and save again.',
  'views.rowsNotRead': ({ first, last }: { first: number; last: number }, words: Words) =>
    `Rows ${words.number(first)} to ${words.number(last)} of the series could not be read; save the view again.`,
  'views.notAView':
    'The bytes of a view as SVG, PNG or CSV were expected, but what came is none; save the view again.',
}
