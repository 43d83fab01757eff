import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { short } from '../../en/run/figures'
import type { forecast as en } from '../../en/run/forecast'

export const forecast: Translated<typeof en> = {
  'forecast.ask': '从这里预测',
  'forecast.askExplained': '网络从标记的窗口或训练部分的末尾起，把自己的预测当作输入，自行继续。',
  'forecast.title': '向前预测',
  'forecast.origin': '最后一个已知的行',
  'forecast.steps': '向前的时间步数',
  'forecast.make': '向前预测',
  'forecast.making': '正在预测……',
  'forecast.close': '关闭',
  'forecast.badOrigin': ({ given }, words) =>
    zh`最后一个已知的行必须是不小于 1 的整数，但给出的是${words.quote(given)}。`,
  'forecast.badSteps': ({ given, most }, words) =>
    zh`向前的时间步数必须是 1 到 ${words.number(most)} 的整数，但给出的是${words.quote(given)}。`,
  'forecast.made': ({ row, time, update }, words) =>
    zh`在第 ${words.number(row)} 行${time === null ? '' : zh`（${words.say(time)}）`}之后，用第 ${words.number(update)} 次更新之后的权重。`,
  'forecast.limited': ({ steps, inputs }, words) =>
    zh`预测到 ${words.number(steps)} 个时间步为止，这是已知输入所能及的范围：${words.quotedList(inputs)} 不是目标，没有谁给出它接下来的值。要预测更多，请训练一次把每个输入也设为目标的运行。`,
  'forecast.closedLoop': '闭环',
  'forecast.teacherForced': '教师强制',
  'forecast.row': '行',
  'forecast.picture': ({ steps, name }, words) =>
    zh`对${words.quote(name)}在 ${words.number(steps)} 个时间步上的预测：闭环、教师强制、目标和参照规则`,
  'forecast.errors': '误差随向前的时间步数的变化',
  'forecast.origins': ({ origins }, words) =>
    zh`从验证部分和测试部分的行出发的 ${words.number(origins)} 次预测；色带包含绝对误差中间的 80%。`,
  'forecast.noOrigins': '验证部分和测试部分中没有可供预测的起点，因此无法给出误差。',
  'forecast.ahead': '向前的时间步数',
  'forecast.error': 'RMSE',
  'forecast.errorPicture': ({ steps, first, last }, words) =>
    zh`预测的误差从向前 1 个时间步的 ${short(first, words)} 到向前 ${words.number(steps)} 个时间步的 ${short(last, words)}`,
  'forecast.numbers': '显示为表格',
  'forecast.missing': '–',
}
