import { counted, nounFor } from '../english'
import type { Text } from '../text'
import { minus, type Words } from '../words'

/** The dialog that opens data: a table that is opened or pasted, or a curve that is drawn. */
export const openData = {
  'openData.title': 'Open data',
  'openData.ways': 'Source of the data',
  'openData.file': 'A file',
  'openData.paste': 'Paste',
  'openData.draw': 'Draw',
  'openData.cancel': 'Cancel',
  'openData.back': 'Back',
  'openData.opening': 'Opening…',

  'openData.fileExplained':
    'A table saved as text: CSV, TSV, or columns between semicolons, bars or spaces. A row is a time step, a column is something measured or counted.',
  'openData.fileDropped': ({ keys }: { keys: string }) =>
    `You can also drop the file here, or press ${keys} anywhere to paste a table.`,
  'openData.chooseFile': 'Choose a file…',
  'openData.pasteExplained': 'Copy cells from a spreadsheet or an editor, and paste them here.',
  'openData.pasted': 'Table',
  'openData.usePasted': 'Use this table',

  'openData.drawExplained':
    'Draw a curve from left to right with the pointer. A later stroke takes the place of what it passes over.',
  'openData.drawing': ({ timeSteps, strokes }: { timeSteps: number; strokes: number }) =>
    strokes === 0
      ? 'The drawing is empty.'
      : `A curve of ${counted(timeSteps, 'time step')}, drawn in ${counted(strokes, 'stroke')}.`,
  'openData.drawHere': 'Draw here',
  'openData.undoStroke': 'Undo stroke',
  'openData.clear': 'Clear',
  'openData.length': 'Length',
  'openData.lengthOf': ({ timeSteps }: { timeSteps: number }) => counted(timeSteps, 'time step'),
  'openData.byKeys': 'Draw with the keyboard',
  'openData.point': ({ timeStep }: { timeStep: number }, words: Words) =>
    `Height at time step ${words.number(timeStep)}`,
  'openData.useDrawing': 'Use this curve',
  'openData.nothingDrawn': 'There is no curve yet; draw one, or move a point of it.',

  'openData.tableTitle': 'How the table is read',
  'openData.table': ({ name, bytes }: { name: Text; bytes: Text }, words: Words) =>
    `${words.say(name)}, ${words.say(bytes)}`,
  'openData.pastedName': 'Pasted table',
  'openData.named': ({ name }: { name: string }) => name,
  'openData.pleaseChoose': 'Please choose',
  'openData.asks': ({ count }: { count: number }) =>
    `The table leaves ${counted(count, 'question')} open; please choose:`,
  'openData.asked': 'The table left this open, and you have chosen:',
  'openData.choices': 'How it is read',
  'openData.encoding': 'Encoding',
  'openData.delimiter': 'Delimiter',
  'openData.decimal': 'Decimal mark',
  'openData.thousands': 'Thousands',
  'openData.header': 'First row',
  'openData.time': 'Time column',
  'openData.timeFormat': 'Times are written',
  'openData.badRows': 'Rows that cannot be read',
  'openData.missing': 'Also missing',
  'openData.missingExample': '-999, n.a.',
  'openData.missingExplained': 'Empty cells, NA, NaN, null and the like always count as missing values.',

  'openData.utf8': 'UTF-8',
  'openData.utf16le': 'UTF-16, little-endian',
  'openData.utf16be': 'UTF-16, big-endian',
  'openData.gbk': 'GBK (Chinese)',
  'openData.windows1252': 'Windows-1252 (Western)',
  'openData.comma': 'Comma',
  'openData.semicolon': 'Semicolon',
  'openData.tab': 'Tab',
  'openData.bar': 'Bar |',
  'openData.space': 'Space',
  'openData.decimalPoint': 'Point: 0.5',
  'openData.decimalComma': 'Comma: 0,5',
  'openData.noThousands': 'Not grouped: 1234',
  'openData.thousandsComma': 'Comma: 1,234',
  'openData.thousandsPoint': 'Point: 1.234',
  'openData.thousandsSpace': 'Space: 1 234',
  'openData.thousandsApostrophe': "Apostrophe: 1'234",
  'openData.aboveThousand': 'A number above a thousand',
  'openData.threeDecimals': 'A number with three decimals',
  'openData.grouped': 'Grouped in thousands',
  'openData.notGrouped': 'Not grouped',
  'openData.twoNumbers': 'Two numbers',
  'openData.oneNumber': 'One number with a decimal comma',
  'openData.headerNames': 'Column names',
  'openData.headerValues': 'Values',
  'openData.noTime': 'None: rows are counted',
  'openData.timeIn': ({ column, format }: { column: string; format: Text }, words: Words) =>
    `Column ${words.quote(column)}: ${words.say(format)}`,
  'openData.iso': 'Year first: 2020-12-31',
  'openData.dayMonthYear': 'Day first: 31.12.2020',
  'openData.monthDayYear': 'Month first: 12/31/2020',
  'openData.yearMonth': 'Year and month: 2020-12',
  'openData.unixSeconds': 'Seconds since 1970',
  'openData.unixMilliseconds': 'Milliseconds since 1970',
  'openData.year': 'Year: 2020',
  'openData.number': 'A number',
  'openData.onlyUsual': 'No: it is a value',
  'openData.alsoMissing': ({ marks }: { marks: readonly string[] }, words: Words) =>
    `Yes: ${words.quotedList(marks)} ${nounFor(marks.length, 'is', 'are')} missing`,
  'openData.refuse': 'Refuse the table',
  'openData.drop': 'Leave them out',

  'openData.preview': ({ rows }: { rows: number }) => `First ${counted(rows, 'row')}`,
  'openData.line': 'Line',
  'openData.moreColumns': ({ shown, all }: { shown: number; all: number }, words: Words) =>
    `The first ${words.number(shown)} of ${counted(all, 'column')} are shown.`,
  'openData.useNumber': 'number',
  'openData.useTime': 'time',
  'openData.useText': 'text, not used',
  'openData.useEmpty': 'empty so far',
  'openData.read': 'Read the table',
  'openData.reading': 'Reading…',
  'openData.readTo': ({ rows, percent }: { rows: number; percent: number }, words: Words) =>
    `${counted(rows, 'row')} read, ${words.number(percent)}%`,

  'openData.rolesTitle': 'What is to be learned',
  'openData.readRows': ({ rows, columns }: { rows: number; columns: number }) =>
    `${counted(rows, 'time step')} of ${counted(columns, 'column')}.`,
  'openData.lost': (
    { rows, why, lines }: { rows: number; why: Text; lines: readonly number[] },
    words: Words,
  ) => {
    const places = lines.map((line) => words.number(line))
    const listed = rows > lines.length ? `${places.join(', ')} and others` : words.list(places)
    return `Rows left out: ${words.number(rows)}, as ${words.say(why)} (${nounFor(rows, 'line')} ${listed}).`
  },
  'openData.irregular': (
    {
      percent,
      median,
      greatest,
      after,
    }: { percent: Text | number; median: Text; greatest: Text; after: number },
    words: Words,
  ) =>
    `The time steps are not evenly spaced: ${typeof percent === 'number' ? words.number(percent) : words.say(percent)}% of them are not ${words.say(median)} after the one before; the longest pause is ${words.say(greatest)}, after time step ${words.number(after)}.`,
  'openData.underOne': 'less than 1',
  'openData.span': ({ count, unit }: { count: number; unit: SpanUnit }, words: Words) =>
    unit === 'number' ? words.number(count) : counted(count, unit),
  'openData.keep': 'Take the rows as they are; a long pause ends a window',
  'openData.resample': 'Put the values on even times, on straight lines between the rows',
  'openData.intervals': 'Take the rows as they are, with the time since the row before as one more column',
  'openData.columns': 'Columns',
  'openData.column': 'Column',
  'openData.missingValues': 'Missing',
  'openData.least': 'Least',
  'openData.mean': 'Mean',
  'openData.greatest': 'Greatest',
  'openData.input': 'Input',
  'openData.target': 'Target',
  'openData.figure': ({ value }: { value: number }, words: Words) => figure(value, words),
  'openData.asInput': ({ name }: { name: string }, words: Words) => `${words.quote(name)} as an input`,
  'openData.asTarget': ({ name }: { name: string }, words: Words) => `${words.quote(name)} as a target`,
  'openData.limits': (
    {
      inputs,
      mostInputs,
      targets,
      mostTargets,
    }: { inputs: number; mostInputs: number; targets: number; mostTargets: number },
    words: Words,
  ) =>
    `${words.number(inputs)} of at most ${counted(mostInputs, 'input')}, ${words.number(targets)} of at most ${counted(mostTargets, 'target')}. A target that is an input too sees its own past.`,
  'openData.ownPast': 'The curve is to be said from its own past.',
  'openData.ownValue': ({ names }: { names: readonly string[] }, words: Words) =>
    `With a horizon of 0, ${words.quotedList(names)} would be said from ${nounFor(names.length, 'itself', 'themselves')} at the same time step; choose a horizon of 1 or more, or take ${nounFor(names.length, 'it', 'them')} out of the inputs.`,
  'openData.leftOut': ({ names }: { names: readonly string[] }, words: Words) =>
    `Not among the inputs: ${words.quotedList(names)}, whose missing values would leave no window.`,
  'openData.noWindow': ({ window }: { window: number }) =>
    `The training part should have a window of ${counted(window, 'time step')} in a row without missing inputs or jumps of time, but has none; choose other inputs, a shorter window or a larger training part.`,
  'openData.parts': 'Parts',
  'openData.trainPart': ({ percent }: { percent: number }, words: Words) =>
    `Training ${words.number(percent)}%`,
  'openData.validationPart': ({ percent }: { percent: number }, words: Words) =>
    `Validation ${words.number(percent)}%`,
  'openData.testPart': ({ percent }: { percent: number }, words: Words) => `Test ${words.number(percent)}%`,
  'openData.endOfTraining': 'End of the training part',
  'openData.endOfValidation': 'End of the validation part',
  'openData.use': 'Learn this',
  'openData.making': 'One moment…',
}

/** The unit of a length of time; `number` for times that are numbers of the table's own. */
type SpanUnit = 'day' | 'hour' | 'minute' | 'second' | 'number'

/** Four digits, and no zeros before or behind them that say nothing. */
function figure(value: number, words: Words): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return minus(value.toExponential(2))
  return words.number(Number(value.toPrecision(4)))
}
