import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { exchange as en } from '../en/exchange'

const sizes = (inputs: number, outputs: number) => zh`${String(inputs)} 个输入和 ${String(outputs)} 个输出`

export const exchange: Translated<typeof en> = {
  'exchange.otherSizes': ({ name, lesson, inputs, outputs, sourceInputs, sourceOutputs }) =>
    zh`“${name}”中的网络有 ${sizes(inputs, outputs)}，但${lesson ? '课程' : '这次运行的序列'}有 ${sizes(sourceInputs, sourceOutputs)}；${lesson ? '请先打开输入和输出个数相同的序列，或选择别的权重' : '请选择输入和输出个数相同的网络的权重，或选用别的列'}。`,
  'exchange.seriesNotThere': ({ name, series, inputs, outputs, columns }, words) =>
    zh`“${name}”中的网络有 ${sizes(inputs, outputs)}（${words.quotedList(columns)}），所用的序列（${words.say(series)}）不在这里；请先打开该序列，或列相同的序列。`,
  'exchange.noUpdates': '表格至少要有一次更新，但还没有做过更新；请先做一次。',
  'exchange.tableUnlike': ({ name, why }, words) =>
    zh`“${name}”没有保存，因为写入的内容与读回的不符：${words.finding(why)}；请重新保存。`,
  'exchange.lineTooMany': ({ line }) => zh`第 ${String(line)} 行是多余的`,
  'exchange.otherLine': ({ line, expected, found }) =>
    zh`第 ${String(line)} 行应为 ${expected}，实际为 ${found}`,
  'exchange.linesMissing': ({ line }) => zh`第 ${String(line)} 行之后的各行缺失`,
  'exchange.weightsUnlike': ({ name, why }, words) =>
    zh`“${name}”已写入，但读回的内容与这次运行不符：${words.finding(why)}；请不要使用此文件，换个名字重新保存。`,
  'exchange.otherBytes': '其中的字节已经不同，可能有别的程序也在写它',
  'exchange.otherNumber': ({ place, array, expected, found }, words) =>
    zh`${words.quote(array)}的第 ${words.number(place)} 个数应为 ${expected}，实际为 ${found}`,
  'exchange.notRead': ({ name, why }, words) =>
    zh`无法读取“${name}”：${words.say(why)}；运行保持原样，请选择别的文件。`,
  'exchange.tooMuchMemory': '它需要的内存超过允许的上限',
  'exchange.readingEnded': '读取意外中止',
}
