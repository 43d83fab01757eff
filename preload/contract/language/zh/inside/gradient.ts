import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { decades, type gradient as en } from '../../en/inside/gradient'
import { short } from '../../en/run/figures'

export const gradient: Translated<typeof en> = {
  'gradient.view': '随时间反传的梯度',
  'gradient.title': '每个损失能回传多远',
  'gradient.picture': ({ steps }, words) =>
    zh`每个损失的梯度在它之前各时间步的大小，共 ${words.number(steps)} 个时间步，以颜色表示`,
  'gradient.lossOf': '损失所在的时间步',
  'gradient.scale': '‖∂ℓ/∂h‖，对数刻度',
  'gradient.help':
    '第 s 行是时间步 s 的损失，第 t 列是时间步 t 之后的隐藏状态。颜色表示梯度 ∂ℓ_s/∂h_t 的大小，即这个损失对该状态有多大影响力。这里是上方所选的批中序列的梯度，尚未裁剪。',
  'gradient.wall': '窗口从这里开始：传递的状态由此进入，但梯度不再向前回传。',
  'gradient.sampled': ({ rows, steps }, words) =>
    zh`共 ${words.number(steps)} 个时间步，这里等间隔地计算其中 ${words.number(rows)} 个的损失：全部计算太费时。`,
  'gradient.healthy': ({ reach }, words) =>
    zh`正常：回传 ${words.number(reach)} 个时间步后仍有 1% 的梯度，仍在窗口之内，既未很快消失，也没有增大。`,
  'gradient.vanishing': ({ reach }, words) =>
    zh`梯度消失：只有 ${words.number(reach)} 个时间步之内还有 1% 以上的梯度，网络从窗口的大部分学不到任何东西。GRU 和 LSTM 能保留得更多。`,
  'gradient.exploding': ({ growth }, words) =>
    zh`梯度爆炸：梯度在回传途中增大到原来的 ${short(growth, words)} 倍，一次更新就可能把权重推得很远。可使用梯度裁剪，或降低学习率。`,
  'gradient.cut': ({ left }, words) =>
    zh`被窗口截断：到窗口起点时梯度还剩 ${short(100 * left, words)}%，就此中止。这很常见，并非错误；窗口更长，网络就能从更早的内容中学习。`,
  'gradient.noLoss': '没有可看的梯度：这个窗口中没有任何时间步的损失能传到这一层。',
  'gradient.notFinite':
    '没有可看的梯度：这个网络的数值已不再有限。请回到较早的更新，或以较低的学习率重新开始。',
  'gradient.figures': ({ slope, reach, most }, words) =>
    zh`每个时间步变化 ${decades(slope, words)} 个数量级；回传距离（1%）：${words.number(reach)} 个时间步，最多 ${words.number(most)} 个`,
  'gradient.noLayer': ({ layer, layers }, words) =>
    zh`网络共有 ${words.number(layers)} 层，其中没有第 ${words.number(layer)} 层。`,
  'gradient.hint': '指向图中即可读数；方向键逐个时间步移动。',
  'gradient.reading': ({ loss, step, norm, share }, words) =>
    zh`时间步 ${words.number(loss)} 的损失，在时间步 ${words.number(step)} 处：${short(norm, words)}，为它在自身时间步处的 ${short(100 * share, words)}%`,
  'gradient.readingLater': ({ loss, step }, words) =>
    zh`时间步 ${words.number(loss)} 的损失：与之后的时间步 ${words.number(step)} 无关`,
  'gradient.profileTitle': '到达每个时间步的梯度',
  'gradient.profilePicture': '全部损失的梯度在每个时间步的大小，对数刻度',
  'gradient.profileAxis': '‖∂L/∂h‖',
  'gradient.profileHelp': '全部损失对每个时间步之后的隐藏状态的梯度：即上图各行之和，它们也可能相互抵消。',
  'gradient.profileReading': ({ step, norm }, words) =>
    zh`时间步 ${words.number(step)}：‖∂L/∂h‖ 为 ${short(norm, words)}`,
  'gradient.falloffTitle': '回传若干时间步后还剩多少',
  'gradient.falloffPicture': '梯度回传若干时间步后剩余的比例，对数刻度',
  'gradient.distance': '回传的时间步数',
  'gradient.share': '剩余比例',
  'gradient.falloffHelp':
    '取所有能回传这么远的损失的中位数。虚线是它的变化趋势；它最后一次穿过 1%（细线）之处就是回传距离。',
}
