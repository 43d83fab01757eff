import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { tableGuess as en } from '../../en/data/table-guess'

export const tableGuess: Translated<typeof en> = {
  'tableGuess.encoding': '其中的文字是 GBK 编码的中文，还是 Windows-1252 编码的带重音的西文？',
  'tableGuess.delimiter': '两个单元格之间用什么分隔？',
  'tableGuess.oneNumberOrTwo': ({ example }, words) =>
    zh`${words.quote(example)}是两个数，还是一个以逗号为小数点的数？`,
  'tableGuess.decimal': ({ example }, words) =>
    zh`${words.quote(example)}是一千以上的数，还是有三位小数的数？`,
  'tableGuess.thousands': ({ example }, words) => zh`${words.quote(example)}的数字是按千位分组的吗？`,
  'tableGuess.header': '第一行是各列的名字吗？',
  'tableGuess.missing': ({ mark, times }, words) =>
    zh`${words.quote(mark)}出现了 ${words.number(times)} 次，它表示缺失的值吗？`,
  'tableGuess.dayOrMonth': ({ example }, words) => zh`${words.quote(example)}先写日，还是先写月？`,
  'tableGuess.time': ({ column, example }, words) =>
    zh`列${words.quote(column)}以${words.quote(example)}开头，它表示各行的时间吗？`,
}
