import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type TableNamed = { what: Text; sha256: string; columns: readonly string[] }

/** Setup codes: why one cannot be read, and the dialog that shows and takes them. */
export const setup = {
  'setup.noCode': ({ found }: { found: string }, words: Words) =>
    found === ''
      ? 'A setup code begins with U1., but nothing was given; paste one.'
      : `A setup code begins with U1., but ${words.quote(found)} was found; copy the whole code.`,
  'setup.newer': ({ found, read }: { found: number; read: number }, words: Words) =>
    `This setup code has version ${words.number(found)}, made by a newer Unroll, and this one reads version ${words.number(read)}; update Unroll to use it.`,
  'setup.tooLong': ({ most, found }: { most: number; found: number }, words: Words) =>
    `A setup code has at most ${counted(most, 'character')}, but ${words.number(found)} were found; copy the code alone.`,
  'setup.stranger': ({ character, place }: { character: string; place: number }, words: Words) =>
    `A setup code has letters, digits, - and _ alone, but its character ${words.number(place)} is ${words.quote(character)}; copy the code once more.`,
  'setup.cutOff': ({ found, whole }: { found: number; whole: number | null }, words: Words) =>
    whole === null
      ? 'This setup code was cut off after its first characters; copy the whole code.'
      : `This setup code was cut off: it should have ${counted(whole, 'character')}, but ${words.number(found)} were found; copy the whole code.`,
  'setup.mistyped':
    'A character of this setup code is wrong, as its check does not fit; copy the code once more, or look for a mistyped character.',
  'setup.damaged':
    'What this setup code holds is not as Unroll writes it; copy the code once more where it was made.',
  'setup.unknownName': ({ name }: { name: string }, words: Words) =>
    `This setup code has the setting ${words.quote(name)}, which this Unroll does not know; update Unroll, or ask for a code without it.`,
  'setup.path':
    'A setup code names a file without its folder, but this one has a folder in it; copy the code once more where it was made.',
  'setup.doesNotFit': ({ most }: { most: number }, words: Words) =>
    `The names of the columns are too long for a setup code of ${words.number(most)} characters; choose fewer columns, or save the weights, which have all settings beside them.`,
  'setup.seriesGone': ({ what, sha256, columns }: TableNamed, words: Words) =>
    `This setup code is for ${words.say(what)} with the columns ${words.quotedList(columns)} (SHA-256 ${sha256.slice(0, 12)}…), which a code cannot carry and which is not on this machine; open that series first.`,

  'setup.title': 'Setup code',
  'setup.present': 'Of these settings',
  'setup.copy': 'Copy',
  'setup.paste': 'Paste another one',
  'setup.placeholder': 'U1.…',
  'setup.unchanged': 'These settings are in force; nothing would change.',
  'setup.changes': ({ count }: { count: number }) => `${counted(count, 'setting')} would change:`,
  'setup.setting': 'Setting',
  'setup.now': 'Now',
  'setup.then': 'With the code',
  'setup.source': 'What it learns',
  'setup.columns': ({ inputs, targets }: { inputs: readonly string[]; targets: readonly string[] }) =>
    `${inputs.join(', ')} → ${targets.join(', ')}`,
  'setup.inputsAndTargets': 'Inputs → targets',
  'setup.lessonColumns': 'sin t → cos t',
  'setup.yes': 'yes',
  'setup.no': 'no',
  'setup.number': ({ value }: { value: number }, words: Words) => words.number(value),
  'setup.newRun': 'Apply makes a new run, which waits for Start; the present one is set aside, with Undo.',
  'setup.apply': 'Apply',
  'setup.close': 'Close',
  'setup.button': 'Setup code…',
  'setup.buttonExplained': 'These settings as a short text, and a text from someone else as settings',
  'setup.copied': ({ code }: { code: string }) => `Setup code copied: ${code}`,
  'setup.copiedWithoutSeries': ({ code, what }: { code: string; what: Text }, words: Words) =>
    `Setup code copied; it names ${words.say(what)}, but does not carry it: ${code}`,
  'setup.copiedWithoutWeights': ({ code }: { code: string }) =>
    `Setup code copied; it has the settings, but not the weights that this run began with: ${code}`,
}
