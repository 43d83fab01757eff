import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { rail as en } from '../../en/run/rail'
import { valueIn } from '../../en/run/run-list'
import type { Text } from '../../text'
import type { Words } from '../../words'

export const rail: Translated<typeof en> = {
  'rail.title': '运行的各次更新',
  'rail.keys':
    '左右方向键到前一次或后一次更新，加 Shift 一次移动十次更新，Page Up 和 Page Down 移动运行的十分之一，Home 和 End 到最初和最新的更新。Escape 返回现在。按 Tab 键到旗子：Enter 打开，左右方向键到下一面。',
  'rail.field': '要查看的更新',
  'rail.update': '更新',
  'rail.of': ({ last }, words) => zh`共 ${words.number(last)} 次`,
  'rail.now': ({ last, loss }, words) => zh`现在：第 ${words.number(last)} 次更新，损失 ${words.say(loss)}`,
  'rail.at': ({ update, last, loss }, words) =>
    zh`第 ${words.number(update)} 次更新，共 ${words.number(last)} 次，损失 ${words.say(loss)}`,
  'rail.about': '关于这次更新',
  'rail.aboutExplained': '重做的结果是否完全相同、当时的设置和传递的状态',
  'rail.goOn': '从这里继续',
  'rail.goOnExplained': '打开一次以当时的设置从这次更新接着训练的运行，处于暂停状态；当前的运行会被搁置',
  'rail.ghost': '原来的运行',
  'rail.ghostExplained': ({ update, last, loss }, words) =>
    zh`这次运行所接续的运行在第 ${words.number(update)} 次更新之后的曲线；它止于第 ${words.number(last)} 次更新，损失 ${words.say(loss)}`,
  'rail.backToNow': '返回现在',
  'rail.backExplained': '离开这次更新，重新跟随最新的更新',

  'rail.change': ({ label, before, after }, words) =>
    zh`${words.say(label)} ${inWords(before, words)} → ${inWords(after, words)}`,
  'rail.changes': ({ update, changes }, words) =>
    zh`从第 ${words.number(update)} 次更新起：${words.list(changes)}`,
  'rail.wiped': '传递的状态清零一次',
  'rail.weightSet': ({ name, row, place, before, after }, words) => {
    const weight = zh`${name} [${words.number(row)}, ${words.number(place)}]`
    return before === null
      ? zh`一次性将 ${weight} 设为 ${words.number(after)}`
      : zh`一次性将 ${weight} 从 ${words.number(before)} 设为 ${words.number(after)}`
  },
  'rail.stateShifted': ({ layer, unit, by }, words) => {
    const whole = zh`第 ${words.number(layer)} 层`
    const units = unit === null ? zh`${whole}所有单元` : zh`${whole}的单元 ${words.number(unit)} `
    return zh`一次性将${units}传递的 h 平移 ${words.number(by)}`
  },
  'rail.unitSilenced': ({ layer, unit }, words) =>
    zh`一次性让第 ${words.number(layer)} 层的单元 ${words.number(unit)} 沉默（输出权重归零，训练可能让它们重新增大）`,
  'rail.moreTouches': ({ count }, words) => zh`另有 ${words.number(count)} 项干预`,
  'rail.plannedChange': ({ label, value }, words) => zh`${words.say(label)} ${inWords(value, words)}`,
  'rail.planned': ({ changes }, words) => zh`这次运行中还将发生：${words.list(changes)}`,
  'rail.toCome': ({ change }, words) => zh`将要发生：${words.say(change)}`,
  'rail.plannedTitle': ({ update }, words) => zh`第 ${words.number(update)} 次更新处将要发生的更改`,
  'rail.cancelPlanned': '取消这项更改',
  'rail.cancelPlannedExplained':
    '这次运行不带它继续。其他更改仍在各自的更新处；在那之前，取消的更改可以恢复。',
  'rail.cancelled': ({ change }, words) => zh`已取消：${words.say(change)}。`,
  'rail.dismissCancelled': '关闭；更改仍然取消',
  'rail.flags': '这次运行中的更改',
  'rail.eventTitle': ({ update }, words) => zh`第 ${words.number(update)} 次更新处的更改`,
  'rail.switchOff': '关闭并重新计算',
  'rail.switchOffExplained': ({ update }, words) =>
    zh`从第 ${words.number(update)} 次更新起，不带这项更改训练一次运行，直到这次运行所在之处。之后的更改仍在各自的更新处；这次运行会被搁置，并显示为原来的运行。`,
  'rail.eventNext': ({ update }, words) =>
    zh`这项更改在下一次更新（第 ${words.number(update)} 次）生效；做完那次更新后，可以关闭或移动它。`,
  'rail.moveTo': '移到更新',
  'rail.move': '移动并重新计算',
  'rail.moveExplained':
    '把这项更改放到那次更新处训练一次运行，直到这次运行所在之处。其他更改仍在各自的更新处；这次运行会被搁置，并显示为原来的运行。',
  'rail.branchPoint': ({ update }, words) =>
    zh`这次运行从另一次运行的第 ${words.number(update)} 次更新接着训练；到这里为止两者相同。`,

  'rail.asking': '正在重做这次更新…',
  'rail.askingLong': ({ update, percent }, words) =>
    zh`正在重做第 ${words.number(update)} 次更新… ${words.number(percent)}%`,
  'rail.identical': ({ from }, words) => zh`从${beginning(from, words)}起重做，与记录完全相同`,
  'rail.differs': ({ from, loss, recorded }, words) =>
    zh`从${beginning(from, words)}起重做，但结果不同：损失为 ${loss}，记录的是 ${recorded}`,
  'rail.sameSettings': '设置与现在相同',
  'rail.otherSettings': ({ settings }, words) => zh`当时的设置：${words.list(settings)}`,
  'rail.settingThen': ({ label, before, after }, words) =>
    zh`${words.say(label)} ${inWords(before, words)}（现在 ${inWords(after, words)}）`,
  'rail.carried': '传递的状态',
  'rail.stateAfter': ({ update, isNearest }, words) =>
    zh`第 ${words.number(Math.max(1, update))} 次更新之${update === 0 ? '前' : '后'}的状态${isNearest ? '（最近的关键帧）' : ''}`,
  'rail.carriedPicture': ({ of, units, least, greatest }, words) => {
    const name = of ? zh`最后一层传递的状态（${words.say(of)}）` : '最后一层传递的状态'
    return units === 1
      ? zh`${name}：一个数，${words.decimals(least, 2)}`
      : zh`${name}：${words.number(units)} 个数，从 ${words.decimals(least, 2)} 到 ${words.decimals(greatest, 2)}`
  },
}

function beginning(update: number, words: Words): string {
  return update === 0 ? '初始权重' : zh`第 ${words.number(update)} 次更新`
}

function inWords(value: Text | number | boolean, words: Words): string {
  return typeof value === 'boolean' ? (value ? '开' : '关') : valueIn(value, words)
}
