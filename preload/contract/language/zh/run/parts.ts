import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { parts as en } from '../../en/run/parts'

export const parts: Translated<typeof en> = {
  'parts.choose': '预测图表所显示的内容',
  'parts.windows': '训练窗口',
  'parts.validation': '验证部分',
  'parts.test': '测试部分',
  'parts.coming': '正在询问网络……',
  'parts.explained': '逐行向网络展示真实的值，由它给出接下来的值；它不从中学习任何东西。',
  'parts.after': ({ update }, words) => zh`用第 ${words.number(update)} 次更新之后的权重`,
  'parts.reading': (at, words) => {
    const time = at.time === null ? '' : zh`，${words.say(at.time)}`
    const target = at.target === null ? '目标缺失' : zh`目标 ${words.number(at.target)}`
    const prediction = at.prediction === null ? '没有预测' : zh`预测 ${words.number(at.prediction)}`
    return zh`第 ${words.number(at.row)} 行${time}，${target}，${prediction}`
  },
  'parts.sum': ({ part, first, last, from, to, update }, words) => {
    const times = from === null || to === null ? '' : zh`（${words.say(from)}至${words.say(to)}）`
    return zh`${words.say(part)}，第 ${words.number(first)} 至 ${words.number(last)} 行${times}，用第 ${words.number(update)} 次更新之后的权重`
  },
  'parts.picture': ({ part }, words) => zh`目标与预测随时间的变化：${words.say(part)}`,
  'parts.keys':
    '方向键逐行读数，Page Up 和 Page Down 每次移动可见部分的二十分之一，Home 和 End 到第一行和最后一行。Shift 加方向键平移，加号和减号缩放，0 显示全部。',
  'parts.ofLesson': '只有序列才有验证部分和测试部分，而本次运行学习的是课程；请在设置中选择一个序列。',
  'parts.notThere': ({ row }, words) =>
    zh`这一部分从第 ${words.number(row)} 行起没有任何行；请查看其中的另一段。`,
  'parts.calledOff': '因另有请求，此项已取消。',
}
