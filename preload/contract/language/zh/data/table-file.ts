import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { tableFile as en } from '../../en/data/table-file'
import type { Text } from '../../text'
import type { Words } from '../../words'

const ROW_ADVICE = '或选择去掉这样的行'

function it(file: string | null, words: Words): string {
  return file === null ? '粘贴的表格' : words.file(file)
}

/** “某文件”第 5 行。 */
function place({ file, line }: { file: string | null; line: number }, words: Words): string {
  return zh`${it(file, words)}第 ${words.number(line)} 行`
}

function thing(what: Text, words: Words): string {
  return words.say(what).replace(/；.*$/, '')
}

function quoteOrNothing(found: string, words: Words): string {
  return found === '' ? '空的' : words.quote(found)
}

export const tableFile: Translated<typeof en> = {
  'tableFile.table': '表格',
  'tableFile.chooseTable': 'CSV 一类的文本表格',
  'tableFile.empty': ({ file }, words) => zh`${it(file, words)}应包含表格，但它是空的；请另选一个。`,
  'tableFile.notTable': ({ file, what }, words) =>
    zh`${it(file, words)}不是文本形式的表格：${thing(what, words)}；请把表格另存为 CSV，或选择别的文件。`,
  'tableFile.excel': '这是 Excel 工作簿',
  'tableFile.oldOffice': '这是旧版 Excel 工作簿或其他 Office 文件',
  'tableFile.openDocument': '这是 LibreOffice 一类程序保存的 OpenDocument 文件',
  'tableFile.zip': '这是 zip 压缩包',
  'tableFile.zeroByte': (at, words) =>
    zh`${place(at, words)}应是文本，但其中有值为 0 的字节，文本中不会有；请重新把表格保存为 CSV，或选择 UTF-16 编码。`,
  'tableFile.longLine': ({ most, ...at }, words) =>
    zh`${place(at, words)}最多应有 ${words.number(most)} 字节，但它更长；表格的每一行数据应各占一行。`,
  'tableFile.openQuote': (at, words) =>
    zh`${place(at, words)}开始的数据中有一个引号应当闭合，但在一兆字节之内没有；请补上或删去它。`,
  'tableFile.strayQuote': (at, words) =>
    zh`${place(at, words)}开始的数据中，闭合的引号之后应是分隔符，实际是别的字符；请把单元格里的引号写成两个，或删去它们。`,
  'tableFile.ragged': ({ expected, found, ...at }, words) =>
    zh`${place(at, words)}应与第一行一样有 ${words.number(expected)} 个单元格，但有 ${words.number(found)} 个；请改正，或选择别的分隔符，${ROW_ADVICE}。`,
  'tableFile.notNumber': ({ column, found, ...at }, words) =>
    zh`${place(at, words)}的列${words.quote(column)}应是数，但它是${quoteOrNothing(found, words)}；请改正，或把它算作缺失，${ROW_ADVICE}。`,
  'tableFile.infinite': ({ column, found, ...at }, words) =>
    zh`${place(at, words)}的列${words.quote(column)}应是有限的数，但它是${words.quote(found)}；请改正，${ROW_ADVICE}。`,
  'tableFile.notTime': ({ column, found, example, ...at }, words) =>
    zh`${place(at, words)}的列${words.quote(column)}应是 ${example} 这样的时间，但它是${quoteOrNothing(found, words)}；请改正，或选择时间的写法，${ROW_ADVICE}。`,
  'tableFile.timeBack': ({ column, found, previous, same, ...at }, words) =>
    found === previous
      ? zh`按列${words.quote(column)}，${place(at, words)}应晚于上一行，但两行都是${words.quote(found)}；请为每个时间只留一行，或不选时间列。`
      : same
        ? zh`按列${words.quote(column)}，${place(at, words)}应晚于上一行，但${words.quote(found)}与${words.quote(previous)}在毫秒以内是同一时间；请为每个时间只留一行，或不选时间列。`
        : zh`按列${words.quote(column)}，${place(at, words)}应晚于上一行，但${words.quote(found)}在${words.quote(previous)}之后；请按时间给表格排序，或不选时间列。`,
  'tableFile.tooManyRows': ({ file, most }, words) =>
    zh`${it(file, words)}最多应有 ${words.number(most)} 行，但它更多；请选取其中一部分。`,
  'tableFile.tooManyColumns': ({ file, most, found }, words) =>
    zh`${it(file, words)}最多应有 ${words.number(most)} 列，但它有 ${words.number(found)} 列；请删去一些，或选择别的分隔符。`,
  'tableFile.tooManyNumbers': ({ file, most, columns }, words) =>
    zh`${it(file, words)}最多应有 ${words.number(most)} 个数，但它的 ${words.number(columns)} 列中更多；请删去不需要的列。`,
  'tableFile.fewRows': ({ file, fewest, found }, words) =>
    zh`${it(file, words)}至少应有 ${words.number(fewest)} 行数据，但它有 ${words.number(found)} 行；请选择更长的表格。`,
  'tableFile.noNumbers': ({ file, example }, words) =>
    zh`${it(file, words)}应有一列数，但只有${example === '' ? '空的单元格' : zh`${words.quote(example)}这样的单元格`}；请选择别的分隔符或编码，或别的表格。`,
  'tableFile.firstRow': ({ file, line, expected, found }, words) =>
    zh`${it(file, words)}的第一行应与下面多数行有同样多的单元格，但它有 ${words.number(found)} 个，而第 ${words.number(line)} 行有 ${words.number(expected)} 个；请删去表格上方的内容，给每一列起名，或选择别的分隔符。`,
  'tableFile.utf32': ({ file }, words) =>
    zh`${it(file, words)}应为 UTF-8、UTF-16、GBK 或 Windows-1252 编码，但它是 UTF-32；请另存为 UTF-8。`,
  'tableFile.lostRagged': '单元格比第一行多或少',
  'tableFile.lostNumber': '应是数的地方是文本',
  'tableFile.lostInfinite': '有无穷大的数',
  'tableFile.lostTime': '时间无法读取',
  'tableFile.pastedNotRead': ({ why }, words) =>
    zh`无法读取粘贴的表格：${words.finding(why)}；运行保持原样，请粘贴较短的表格。`,
  'tableFile.seriesDamaged': '留存的序列应与写入时一样，但它已损坏；请重新打开它的表格。',
  'tableFile.seriesNewer':
    '留存的序列应出自这个版本的 Unroll，但它出自更新的版本；请用那个版本打开，或重新打开它的表格。',
  'tableFile.resampledTooLong': ({ most, found }, words) =>
    zh`按规则的间隔，序列最多应有 ${words.number(most)} 个时间步，但会有 ${words.number(found)} 个；请保留原来的时间。`,
}
