import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { charts as en } from '../en/charts'

export const charts: Translated<typeof en> = {
  'charts.number': ({ value }, words) => words.number(value),
  'charts.time': '时间 t',
  'charts.timeSteps': '见过的时间步',
  'charts.timesOf': ({ name }, words) => zh`见过的时间步，标有 ${words.quote(name)}`,
  'charts.date': ({ time, unit, exact }, words) => zh`${exact ? '' : '≈ '}${words.date(time, unit)}`,
  'charts.numberTime': ({ time, exact }, words) => zh`${exact ? '' : '≈ '}${words.number(time)}`,
  'charts.value': '值',
  'charts.update': '更新',
  'charts.loss': '损失',
  'charts.lossScaled': '缩放后损失',
  'charts.gradientNorm': '梯度范数',
  'charts.marked': ({ update }, words) => zh`第 ${words.number(update)} 次更新`,
  'charts.brokeAt': ({ update }, words) => zh`第 ${words.number(update)} 次更新时发散`,

  'charts.predictionHint': '滚轮缩放，拖动平移，指向曲线读数',
  'charts.predictionReading': ({ update, time, target, prediction }, words) =>
    zh`第 ${words.number(update)} 次更新，t = ${time}，目标 ${target}，预测 ${prediction}`,
  'charts.seriesReading': (at, words) => {
    const time = at.time === null ? '' : zh`，${words.say(at.time)}`
    const target = at.target === null ? '目标缺失' : zh`目标 ${words.number(at.target)}`
    return zh`第 ${words.number(at.update)} 次更新，第 ${words.number(at.row)} 行${time}，${target}，预测 ${words.number(at.prediction)}`
  },
  'charts.predictionNewest': ({ updates, loss }, words) => zh`${words.number(updates)} 次更新，损失 ${loss}`,
  'charts.predictionPicture': '目标与预测随时间的变化',
  'charts.predictionKeys':
    '左右方向键逐个时间步读数，Page Up 和 Page Down 在窗口之间移动，Home 和 End 到最初和最新处。Enter 标记这次更新，并在所有标签页中固定该时间步，Esc 取消。Shift 加方向键平移，加号和减号缩放，F 跟随最新的窗口，0 显示全部。',

  'charts.lossHint': '指向曲线读数；点击可转到该次更新',
  'charts.lossReading': ({ update, loss, mean, norm, ghost, validation }, words) => {
    const meanSoFar = mean === null ? '' : zh`，至今的平均值 ${mean}`
    const gradientNorm = norm === null ? '' : zh`，梯度范数 ${norm}`
    const other = ghost === null ? '' : zh`，原来 ${ghost}`
    const earlier =
      validation === null || validation.update === update
        ? ''
        : zh`（第 ${words.number(validation.update)} 次更新）`
    const validated = validation === null ? '' : zh`，验证损失 ${validation.loss}${earlier}`
    return zh`第 ${words.number(update)} 次更新，损失 ${loss}${other}${validated}${meanSoFar}${gradientNorm}`
  },
  'charts.lossNewest': ({ update, loss }, words) => zh`第 ${words.number(update)} 次更新，损失 ${loss}`,
  'charts.lossPicture': '每次更新的损失',
  'charts.lossKeys':
    '左右方向键逐次更新读数，Page Up 和 Page Down 一次移动十次更新，Home 和 End 到最初和最新的更新。Enter 标记这次更新并显示它的窗口。',

  'charts.drawnWindows': ({ first, last, newest }, words) => {
    const which =
      first === last
        ? zh`第 ${words.number(last)} 次更新`
        : zh`第 ${words.number(first)} 至 ${words.number(last)} 次更新，越早越淡`
    return last === newest ? which : zh`${which}（正在查看）`
  },
  'charts.periodPicture': '叠放在目标的一个周期上的预测',
  'charts.periodPictureOf': ({ windows }, words) => zh`叠放在目标的一个周期上的预测：${words.say(windows)}`,

  'charts.dataPicture': ({ target, input, points }, words) =>
    zh`${words.say(target)}与${words.say(input)}：t 从 0 到 2π 的 ${words.number(points)} 个点`,
  'charts.noDataYet': '数据尚未就绪',
}
