import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { seriesPage as en } from '../../en/data/series-page'
import type { Words } from '../../words'

export const seriesPage: Translated<typeof en> = {
  'seriesPage.tabs': '显示的内容',
  'seriesPage.learning': '学习',
  'seriesPage.data': '数据',

  'seriesPage.predicts': ({ inputs, targets, window, horizon, windows }, words) =>
    zh`由${words.quotedList(inputs)}的 ${words.number(window)} 个值，说出 ${words.number(horizon)} 个时间步之后的${words.quotedList(targets)}${withWindows(windows, words)}。`,
  'seriesPage.ownFuture': ({ names, window, horizon, windows }, words) =>
    zh`由${words.quotedList(names)}的 ${words.number(window)} 个值，说出 ${words.number(horizon)} 个时间步之后的值${withWindows(windows, words)}。`,
  'seriesPage.translates': ({ inputs, targets, window, windows }, words) =>
    zh`把${words.quotedList(inputs)}逐个时间步译成${words.quotedList(targets)}，每次 ${words.number(window)} 个时间步${withWindows(windows, words)}。`,

  'seriesPage.inputs': '输入',
  'seriesPage.targets': '目标',
  'seriesPage.columns': ({ names }, words) => words.list(names.map(words.quote)),
  'seriesPage.targetsLater': ({ names, horizon }, words) => {
    const list = words.list(names.map(words.quote))
    return horizon === 0 ? zh`${list}，在同一时间步` : zh`${list}，在 ${words.number(horizon)} 个时间步之后`
  },
  'seriesPage.windows': '窗口',
  'seriesPage.windowsDrawn': ({ window, batch }, words) =>
    zh`每个 ${words.number(window)} 个时间步，取自训练部分的任意位置，${sideBySide(batch, words)}`,
  'seriesPage.windowsInOrder': ({ window, stride, batch }, words) =>
    zh`每个 ${words.number(window)} 个时间步，按时间顺序，每隔 ${words.number(stride)} 个时间步取一个，${sideBySide(batch, words)}`,
  'seriesPage.parts': '各部分',
  'seriesPage.partsCut': ({ train, validation, test }, words) =>
    zh`训练部分 ${words.number(train)}%，其后验证部分 ${words.number(validation)}%，最后测试部分 ${words.number(test)}%`,
  'seriesPage.watch': '看什么',
  'seriesPage.fileName': ({ name }) => name,
}

function withWindows(windows: number | null, words: Words): string {
  return windows === null ? '' : zh`：${words.number(windows)} 个窗口`
}

function sideBySide(batch: number, words: Words): string {
  return batch === 1 ? '一次一个' : zh`${words.number(batch)} 个并排进行`
}
