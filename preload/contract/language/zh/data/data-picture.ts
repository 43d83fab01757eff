import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { dataPicture as en } from '../../en/data/data-picture'
import type { Text } from '../../text'
import type { Words } from '../../words'

export const dataPicture: Translated<typeof en> = {
  'dataPicture.title': '整个序列',
  'dataPicture.coming': '正在查看序列……',
  'dataPicture.hint': '滚轮缩放，拖动平移，指向图即可读数；上方的手柄可改变各部分的分界',
  'dataPicture.keys':
    '方向键逐行读数，Page Up 和 Page Down 每次移动可见部分的二十分之一，Home 和 End 到第一行和最后一行。Shift 加方向键平移，加号和减号缩放，F 转到最新的窗口，0 显示全部。',
  'dataPicture.picture': '序列的全程',
  'dataPicture.sum': ({ rows, columns }, words) =>
    zh`${words.number(columns)} 列，${words.number(rows)} 个时间步`,
  'dataPicture.rows': '行',
  'dataPicture.column': '显示的列',
  'dataPicture.everyColumn': ({ count }, words) => zh`前 ${words.number(count)} 列`,
  'dataPicture.inputCurve': '输入',
  'dataPicture.targetCurve': '目标',
  'dataPicture.seen': '最新一次更新所见',
  'dataPicture.trainingRange': '训练部分的上下限',
  'dataPicture.missingRows': '缺失',
  'dataPicture.jump': '时间跳跃',
  'dataPicture.reading': ({ part, values, ...rows }, words) => {
    const read = values.map(({ name, least, greatest }) => {
      if (least === null || greatest === null) return zh`${words.quote(name)}缺失`
      const range =
        least === greatest ? words.number(least) : zh`${words.number(least)} 至 ${words.number(greatest)}`
      return zh`${words.quote(name)} ${range}`
    })
    return [stretch(rows, words), words.say(part), ...read].join('，')
  },
  'dataPicture.presentWindow': ({ update, others, ...rows }, words) => {
    const { from, to } = rows
    const times = from === null || to === null ? '' : zh`（${words.say(from)}至${words.say(to)}）`
    const beside = others === 0 ? '' : zh`，以及另外 ${words.number(others)} 个窗口`
    return zh`第 ${words.number(update)} 次更新看到${stretch({ ...rows, from: null }, words)}${times}${beside}`
  },

  'dataPicture.pinnedRow': ({ row, time }, words) =>
    zh`固定在第 ${words.number(row)} 行${time === null ? '' : zh`（${words.say(time)}）`}`,
  'dataPicture.train': '训练部分',
  'dataPicture.validation': '验证部分',
  'dataPicture.test': '测试部分',
  'dataPicture.share': ({ part, percent, rows }, words) =>
    zh`${words.say(part)} ${words.number(percent)}%，${words.number(rows)} 个时间步`,
  'dataPicture.percent': ({ percent }, words) => `${words.number(percent)}%`,
  'dataPicture.trainEnd': '训练部分的结尾',
  'dataPicture.validationEnd': '验证部分的结尾',
  'dataPicture.cutAt': ({ percent, row, time }, words) =>
    zh`序列的 ${words.number(percent)}%，在第 ${words.number(row)} 行之后${time === null ? '' : zh`，${words.say(time)}`}`,
  'dataPicture.cutWaits': '本次运行仍按原来的各部分学习：重置会以新的各部分建立一次新的运行。',

  'dataPicture.autocorrelation': '自相关',
  'dataPicture.autocorrelationOf': ({ name }) => zh`${name} 的自相关`,
  'dataPicture.ofTarget': '显示的目标',
  'dataPicture.autocorrelationPicture': ({ name, likeness }, words) =>
    zh`${words.quote(name)}的自相关。${words.say(likeness)}`,
  'dataPicture.later': '之后的时间步数',
  'dataPicture.correlation': '相关系数',
  'dataPicture.windowMark': ({ window }, words) => zh`窗口 ${words.number(window)}`,
  'dataPicture.horizonMark': ({ horizon }, words) => zh`预测步长 ${words.number(horizon)}`,
  'dataPicture.seasonMark': ({ season }, words) => zh`季节 ${words.number(season)}`,
  'dataPicture.by': ({ rows, isWhole }, words) =>
    isWhole
      ? zh`只按训练部分的 ${words.number(rows)} 个时间步计算。`
      : zh`只按训练部分最新的 ${words.number(rows)} 个时间步计算。`,
  'dataPicture.chance': '灰色：没有记忆的序列在 100 个间隔中有 95 个落在其中。',
  'dataPicture.season': ({ season, window, seen }, words) =>
    zh`序列在 ${words.number(season)} 个时间步之后与自身再次相似；长度为 ${words.number(window)} 的窗口${seen === 0 ? '看不到一个完整的季节' : zh`能看到 ${words.number(seen)} 个季节`}。`,
  'dataPicture.likeness': ({ steps }, words) =>
    zh`它没有季节；在 ${words.number(steps)} 个时间步之内与自身的相似超过偶然。`,
  'dataPicture.longLikeness': ({ steps }, words) =>
    zh`它没有季节；即使在 ${words.number(steps)} 个时间步之后，与自身的相似仍超过偶然。`,
  'dataPicture.noMemory': '一个时间步之后，它与自身的相似不超过偶然：它似乎没有记忆。',
  'dataPicture.fewKnown': ({ known, rows }, words) =>
    zh`${words.number(rows)} 个值中只有 ${words.number(known)} 个已知：无法知道一个值与前一个是否相像。`,
  'dataPicture.noLikeness': '它没有自相关：训练部分中已知的值不足两个，或全部相等。',

  'dataPicture.scaling': '缩放做了什么',
  'dataPicture.scalingRule': '网络看到的是（值 − 偏移）/ 比例。两者只取自训练部分。',
  'dataPicture.unscaled': '没有缩放：网络看到的是原来的数。',
  'dataPicture.name': '列',
  'dataPicture.role': '用作',
  'dataPicture.offset': '偏移',
  'dataPicture.scale': '比例',
  'dataPicture.ownRange': '按自身的单位',
  'dataPicture.trainingSeen': '训练中所见',
  'dataPicture.laterSeen': '其后所见',
  'dataPicture.isInput': '输入',
  'dataPicture.isTarget': '目标',
  'dataPicture.isBoth': '输入和目标',
  'dataPicture.range': ({ least, greatest }, words) =>
    zh`${words.number(least)} 至 ${words.number(greatest)}`,
  'dataPicture.value': ({ value }, words) => words.number(value),
  'dataPicture.nothing': '–',
  'dataPicture.outside': ({ outside, of }, words) =>
    zh`${words.number(of)} 个值中有 ${words.number(outside)} 个超出其范围`,

  'dataPicture.windows': '窗口',
  'dataPicture.oneUpdate': ({ batch, window, inputs, targets }, words) =>
    zh`一次更新看到 ${shape(batch, window, inputs, words)} 个数：${words.number(batch)} 个窗口，各 ${words.number(window)} 个时间步，${words.number(inputs)} 个输入。它给出 ${shape(batch, window, targets, words)}：每个时间步 ${words.number(targets)} 个输出。`,
  'dataPicture.inOrder': ({ count, stride }, words) =>
    zh`训练部分有 ${words.number(count)} 个窗口，每隔 ${words.number(stride)} 个时间步一个。`,
  'dataPicture.carried': '隐藏状态会传递下去，因此每个窗口都从前一个结束处开始。',
  'dataPicture.anywhere': ({ count }, words) =>
    zh`在训练部分中，窗口可以从 ${words.number(count)} 行开始；每个都随机抽取。`,
  'dataPicture.pairs': ({ pairs }, words) => zh`全部 ${words.number(pairs)} 对输入与目标都可以使用。`,
  'dataPicture.lostPairs': ({ lost, pairs }, words) =>
    zh`在 ${words.number(pairs)} 对输入与目标中，有 ${words.number(lost)} 对不能使用：`,
  'dataPicture.lostWhy': ({ pairs, why }, words) => zh`${words.number(pairs)} 对：${words.say(why)}`,
  'dataPicture.gaps': ({ count }, words) => zh`时间在 ${words.number(count)} 处有跳跃；没有窗口越过跳跃。`,
  'dataPicture.missing': ({ name, missing, rows }, words) =>
    zh`${words.quote(name)}的 ${words.number(rows)} 个值中缺少 ${words.number(missing)} 个。`,
}

function stretch(
  { first, last, from, to }: { first: number; last: number; from: Text | null; to: Text | null },
  words: Words,
): string {
  if (first === last) return zh`第 ${words.number(first)} 行${from === null ? '' : zh`，${words.say(from)}`}`
  const rows = zh`第 ${words.number(first)} 行至第 ${words.number(last)} 行`
  return from === null || to === null ? rows : zh`${rows}，${words.say(from)}至${words.say(to)}`
}

function shape(batch: number, window: number, columns: number, words: Words): string {
  return `[${[batch, window, columns].map(words.number).join(' × ')}]`
}
