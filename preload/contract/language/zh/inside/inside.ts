import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { inside as en } from '../../en/inside/inside'

export const inside: Translated<typeof en> = {
  'inside.tab': '内部',
  'inside.noUpdate': ({ first, last, update }, words) =>
    zh`本次运行已完成第 ${words.number(first)} 至 ${words.number(last)} 次更新，其中没有第 ${words.number(update)} 次。`,
  'inside.noSequence': ({ batch, sequence }, words) =>
    zh`本次运行的批有 ${words.number(batch)} 个序列，其中没有第 ${words.number(sequence + 1)} 个。`,
  'inside.sequence': '批中的序列',
  'inside.sequenceNumber': ({ sequence, batch }, words) =>
    zh`第 ${words.number(sequence)} 个序列，共 ${words.number(batch)} 个`,
  'inside.noWeight': ({ tensor, index }, words) =>
    zh`网络的 ${words.quote(tensor)} 中没有第 ${words.number(index)} 个权重；请另选一个。`,
  'inside.calledOff': '因另有请求，此项已取消。',
  'inside.coming': '正在查看内部……',
  'inside.lookedAt': ({ update }, words) =>
    zh`第 ${words.number(update)} 次更新的窗口，用更新之前的权重和传入的状态`,
  'inside.views': '显示内部的哪一方面',
  'inside.viewStates': '隐藏状态',
  'inside.window': '窗口',
  'inside.windowPicture': '窗口的输入、目标与预测，逐个时间步',
  'inside.timeStep': '时间步',
  'inside.place': '位置',
  'inside.columnInput': ({ name }) => zh`输入 ${name}`,
  'inside.columnTarget': ({ name }) => zh`目标 ${name}`,
  'inside.columnPrediction': ({ name }) => zh`预测 ${name}`,
  'inside.unit': '单元',
  'inside.pointHint': '指向一个时间步即可读数；方向键逐个移动。点击或按 Enter 可在所有标签页中固定它。',
  'inside.pinned': ({ step }, words) => zh`时间步 ${words.number(step)} 已在所有标签页中固定。`,
  'inside.pinnedHere': ({ step }, words) =>
    zh`时间步 ${words.number(step)} 已固定；其他标签页只显示第一个序列。`,
  'inside.unpin': '取消固定',
  'inside.reading': ({ step, input, target, prediction }, words) =>
    zh`时间步 ${words.number(step)}，输入 ${input}，目标 ${target}，预测 ${prediction}`,
  'inside.table': '以表格显示数值',
  'inside.firstRows': ({ shown, rows }, words) =>
    zh`共 ${words.number(rows)} 行，此处为前 ${words.number(shown)} 行。`,
  'inside.statesTitle': '各单元保存的内容',
  'inside.statesPicture': ({ what, units, steps }, words) =>
    zh`${what}：${words.number(units)} 个单元，${words.number(steps)} 个时间步，以颜色表示`,
  'inside.row': '显示单元的哪一项',
  'inside.layer': '层',
  'inside.layerNumber': ({ layer }, words) => zh`第 ${words.number(layer)} 层`,
  'inside.rowH': '隐藏状态 h',
  'inside.rowC': '细胞状态 c',
  'inside.rowReset': '重置门 r',
  'inside.rowUpdate': '更新门 z',
  'inside.rowCandidate': '候选值',
  'inside.rowInput': '输入门 i',
  'inside.rowForget': '遗忘门 f',
  'inside.rowOutput': '输出门 o',
}
