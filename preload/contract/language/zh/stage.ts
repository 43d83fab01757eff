import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { stage as en } from '../en/stage'

export const stage: Translated<typeof en> = {
  'stage.data': '数据',
  'stage.dataExplained':
    '在每个时间步 t，网络看到 sin\u00a0t，要预测 cos\u00a0t。同一个正弦值在一个周期里出现两次，对应两个不同的余弦值。要知道是哪一个，网络必须记住之前的内容：这份记忆就是隐藏状态。',
  'stage.backToCurves': '返回曲线',
  'stage.target': '目标',
  'stage.input': '输入',
  'stage.prediction': '预测',
  'stage.targetNamed': ({ name }, words) => zh`目标${words.quote(name)}`,
  'stage.inputNamed': ({ name }, words) => zh`输入${words.quote(name)}`,
  'stage.output': '显示的输出',
  'stage.targetCosine': '目标（cos）',
  'stage.inputSine': '输入（sin）',

  'stage.network': '网络',
  'stage.networkComes': '载入 TensorFlow 后即建立。',
  'stage.parameters': '参数',
  'stage.parameter': '参数',
  'stage.shape': '形状',
  'stage.numbers': '个数',
  'stage.parameterCount': ({ count }, words) => zh`${words.number(count)} 个参数`,
  'stage.drawnFromSeed': ({ seed }) => zh`初始权重由种子 ${`${seed}`} 抽取。`,
  'stage.loadedAfter': ({ file, updates }, words) =>
    zh`权重载入自 ${file}，已经过 ${words.number(updates)} 次更新。`,
  'stage.bestUpdate': ({ update }, words) =>
    zh`权重来自以前的一次运行，取自其最好的第 ${words.number(update)} 次更新之后。`,

  'stage.oneUpdate': '一次更新',
  'stage.predictsWindow': ({ points, random, batch }, words) => {
    const steps = random
      ? zh`网络随机抽取一个窗口，预测其中的 ${words.number(points)}、${words.number(2 * points)} 或 ${words.number(3 * points)} 个时间步`
      : zh`网络预测一个窗口（半周期）的 ${words.number(points)} 个时间步`
    return batch === 1 ? `${steps}。` : zh`${steps}，每批 ${words.number(batch)} 个窗口并排进行。`
  },
  'stage.predictsOfSeries': ({ steps, batch }, words) => {
    const window = zh`网络预测一个窗口的 ${words.number(steps)} 个时间步`
    return batch === 1 ? `${window}。` : zh`${window}，每批 ${words.number(batch)} 个窗口并排进行。`
  },
  'stage.lossOfWindow': '损失是预测与目标之间的均方误差。',
  'stage.lossOfScaledWindow': '损失是预测与目标在缩放之后的均方误差。',
  'stage.gradientMoves': ({ optimizer, count }, words) =>
    zh`损失的梯度沿窗口反向传播，再由优化器（${words.say(optimizer)}）把全部 ${words.number(count)} 个数各调整一点。`,
  'stage.walls': '窗口的墙',
  'stage.wallCarried':
    '最后的隐藏状态会传过去，下一个窗口从它开始；梯度不会：它在窗口的开头截断（截断的随时间反向传播），课程的程序中 h_state.data 所做的正是这个。',
  'stage.wallFrozen': '每个窗口都从冻结的状态开始：前一个窗口的状态和梯度都不会传过去。',
  'stage.wallZeros': '隐藏状态会被忘掉，下一个窗口从零开始：状态和梯度都不会传过去。',

  'stage.predictionTitle': '预测',
  'stage.windowLength': ({ steps }, words) => zh`窗口长 ${words.number(steps)} 个时间步`,
  'stage.followNewest': '跟随最新',
  'stage.followUnseen': ({ updates }, words) => zh`跟随最新（${words.number(updates)} 次更新在视野外）`,
  'stage.showAll': '显示全部',
  'stage.whatIsThis': '这是什么？',
  'stage.explains': '数据、网络和一次更新所做的事；训练照常进行',
  'stage.pytorchRun': 'PyTorch 的运行',
  'stage.pytorchRunExplained': '同样的运行在 PyTorch 中的结果，初始权重相同',
  'stage.largestDifference': ({ difference }) => zh`至今的最大差异：${difference}`,

  'stage.loss': '损失',
  'stage.lossExplained': '每个窗口在更新之前的均方误差',
  'stage.lossOfScaled': '每个窗口在更新之前的均方误差，按缩放后的数计算',
  'stage.meanSoFar': '至今的平均值',
  'stage.trainingLoss': '训练',
  'stage.validationLoss': '验证',
  'stage.best': '最好的更新',
  'stage.rivalPassed': '胜过参照规则',
  'stage.rivals': '参照规则',
  'stage.rivalNamed': ({ rival }, words) => zh`参照规则：${words.say(rival)}`,
  'stage.rivalsExplained': '网络可以胜过的简单规则中最好的一条的均方误差；网络超过每条规则的那次更新都有标记',
  'stage.logarithmic': '对数坐标',
  'stage.gradientNorm': '梯度范数',
  'stage.gradientNormExplained': '每个梯度在裁剪之前的长度；坐标轴在右侧',

  'stage.onePeriod': '一个周期',
}
