import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { insideUpdate as en } from '../../en/inside/update'

export const insideUpdate: Translated<typeof en> = {
  'inside.viewUpdate': '一次更新',
  'insideUpdate.title': ({ update }, words) => zh`慢放第 ${words.number(update)} 次更新`,
  'insideUpdate.scrub': '更新过程中的位置',
  'insideUpdate.back': '后退一步',
  'insideUpdate.on': '前进一步',
  'insideUpdate.state': ({ norm }) => zh`窗口之前：传入的状态为 ‖h₀‖ = ${norm}。`,
  'insideUpdate.forward': ({ step }, words) => zh`前向传播，时间步 ${words.number(step)}`,
  'insideUpdate.loss': '损失：窗口中所有平方误差的平均值',
  'insideUpdate.batchLoss': ({ batch, loss }, words) =>
    zh`在整批 ${words.number(batch)} 个序列上为 ${loss}；它们的梯度取平均。`,
  'insideUpdate.ofBatch': ({ sequence, batch }, words) =>
    zh`前向传播、反向传播及其损失属于第 ${words.number(sequence)} 个序列。梯度裁剪、优化器和新的权重属于整批 ${words.number(batch)} 个序列：一次更新只有一个共同的梯度。`,
  'insideUpdate.backward': ({ step }, words) => zh`反向传播，时间步 ${words.number(step)}`,
  'insideUpdate.wall': ({ norm }) =>
    zh`窗口之间的墙：‖∂L/∂h₀‖ = ${norm} 本会继续传入前一个窗口，但 h₀ 被当作常数（PyTorch 中的 h_state.data），梯度到此为止。`,
  'insideUpdate.clip': '梯度裁剪',
  'insideUpdate.notClipped': ({ norm }) => zh`‖g‖ = ${norm}：梯度裁剪已关闭，梯度保持不变。`,
  'insideUpdate.shortEnough': ({ norm, greatest }) => zh`‖g‖ = ${norm} 不超过 ${greatest}：梯度保持不变。`,
  'insideUpdate.clipped': ({ norm, greatest, share }) =>
    zh`‖g‖ = ${norm} 超过 ${greatest}：梯度乘以 ${greatest} / (‖g‖ + 10⁻⁶) = ${share}。`,
  'insideUpdate.optimizer': ({ name, weight }) => zh`${name} 移动权重 ${weight}`,
  'insideUpdate.weights': '新的权重',
  'insideUpdate.lossAfter': ({ before, after }) =>
    zh`在同一个窗口上，从同一个状态出发，损失从 ${before} 变为 ${after}。`,
  'insideUpdate.brokeLoss': '这次更新无法进行：它的损失不是有限值。',
  'insideUpdate.brokeGradient': '这次更新无法进行：它的梯度不是有限值。',
  'insideUpdate.brokeWeights': '这次更新无法进行：某个新的权重将不是有限值。',
  'insideUpdate.comesBack': '加上从之后的时间步传回的部分',
  'insideUpdate.weight': '所跟踪的权重',
  'insideUpdate.mostMoved': '移动最多的一个',
  'insideUpdate.row': ({ last }, words) => zh`行，0 至 ${words.number(last)}`,
  'insideUpdate.column': ({ last }, words) => zh`列，0 至 ${words.number(last)}`,
  'insideUpdate.help': '逐步走过这次更新：前向传播、损失、直到墙为止的反向传播、梯度裁剪、优化器、新的权重。',
  'insideUpdate.stateNorms': '‖h‖',
  'insideUpdate.gradientNorms': '‖∂L/∂h‖',
  'insideUpdate.statesPicture': '每个时间步之后隐藏状态的大小，前向传播走到哪里就画到哪里',
  'insideUpdate.gradientsPicture':
    '损失对每个时间步隐藏状态的梯度的大小，反向传播走到哪里就画到哪里，对数坐标',
  'insideUpdate.parameter': '参数',
  'insideUpdate.gradient': '‖∂L/∂W‖',
  'insideUpdate.size': '‖W‖',
  'insideUpdate.change': '‖ΔW‖',
}
