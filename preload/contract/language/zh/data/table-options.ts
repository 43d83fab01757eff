import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { tableOptions as en } from '../../en/data/table-options'

export const tableOptions: Translated<typeof en> = {
  'tableOptions.dataHelp': '学习这个文件中的表格；其写法由文件本身看出，或由下面的选项指明：',
  'tableOptions.delimiterHelp': '单元格之间的分隔符："," ";" "|" tab space',
  'tableOptions.decimalHelp': '小数点：. 或 ,',
  'tableOptions.thousandsHelp': "千位分隔符：, . space 或 '，没有则用 --no-thousands",
  'tableOptions.headerHelp': '第一行是各列的名字；用 --no-header 表示不是',
  'tableOptions.timeHelp': '说明各行时间的列；没有则用 --no-time',
  'tableOptions.timeFormatHelp': '时间的写法：',
  'tableOptions.missingHelp': '另外也表示缺失的值的写法，例如 "-999"；没有则用 --no-missing',
  'tableOptions.badRowsHelp': '含有无法读取的行的表格：拒绝，或去掉这些行：refuse、drop（默认 refuse）',
  'tableOptions.irregularHelp': `时间不均匀的行：原样保留、换算到均匀的时间，或把间隔作为另一列：
keep、resample、intervals（默认 keep）`,
  'tableOptions.option': ({ option }) => option,
  'tableOptions.onlyOfData': ({ option }) =>
    zh`${option} 说明表格的写法，但没有要读取的表格；请用 --data 指定文件，或去掉 ${option}。`,
  'tableOptions.asked': ({ question, answers }, words) =>
    zh`表格的读法必须确定，但它没有说明：${words.say(question)}请用 ${answers.length > 8 ? words.few(answers) : words.list(answers, 'or')} 回答。`,
  'tableOptions.theTime': '它的时间是怎么写的？',
  'tableOptions.noTimeColumn': ({ name, columns }, words) =>
    zh`--time 必须是某一列的名字，但表格没有名为${words.quote(name)}的列；它有${words.quotedList(columns)}。`,
  'tableOptions.whichFormat': ({ name, formats }, words) =>
    zh`无法确定列${words.quote(name)}中时间的写法；请用 --time-format 说明，可以是 ${words.list(formats, 'or')}。`,
  'tableOptions.whichTime': ({ format, columns }, words) =>
    zh`给出了 --time-format ${format}，但没有一列像这种写法；请用 --time 指定列：${words.quotedList(columns)}。`,
  'tableOptions.reading': ({ name, percent, rows }, words) =>
    zh`正在读取 ${name}：${words.number(percent)}%，${words.number(rows)} 行`,
  'tableOptions.textColumns': ({ names }, words) => zh`列${words.quotedList(names)}是文本，不使用。`,
  'tableOptions.lost': ({ rows, why, lines }, words) => {
    const places = lines.map((line) => words.number(line)).join('、')
    return zh`去掉了 ${words.number(rows)} 行，因为${words.say(why)}：第 ${places} 行${rows > lines.length ? '等' : ''}。`
  },
  'tableOptions.irregular': ({ percent, after }, words) =>
    zh`各行的时间不均匀：最多有 ${words.number(percent)}% 的间隔与通常的不同，最长的间隔在第 ${words.number(after)} 行之后。现在按原样使用；也可以用 --irregular resample 或 --irregular intervals。`,
  'tableOptions.columns': ({ columns }, words) =>
    zh`有多列时，必须用 --input 和 --target 说明各列的用途；表格有${words.quotedList(columns)}。`,
  'tableOptions.noColumn': ({ option, name, columns }, words) =>
    zh`${option} 必须是表格中由数字组成的列，但没有名为${words.quote(name)}的列；请从${words.quotedList(columns)}中选择。`,
}
