import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { dynamics as en } from '../../en/inside/dynamics'
import { short } from '../../en/run/figures'

export const dynamics: Translated<typeof en> = {
  'dynamics.view': '动力学',
  'dynamics.title': '状态如何受前一状态影响',
  'dynamics.picture': '循环核与雅可比矩阵的特征值，画在复平面上，带单位圆',
  'dynamics.real': '实部',
  'dynamics.imaginary': '虚部',
  'dynamics.keyJacobian': '雅可比矩阵',
  'dynamics.keyKernel': '循环核',
  'dynamics.keyCandidate': '候选值的循环核',
  'dynamics.keyCircle': '单位圆',
  'dynamics.dies': ({ factor }, words) =>
    zh`在这个窗口中，状态的微小变化每个时间步缩小到 ${short(factor, words)} 倍：这一层会遗忘。`,
  'dynamics.keeps': ({ factor }, words) =>
    zh`在这个窗口中，状态的微小变化大致保持不变，每个时间步为 ${short(factor, words)} 倍：这一层能记住。`,
  'dynamics.grows': ({ factor }, words) =>
    zh`在这个窗口中，状态的微小变化每个时间步增大到 ${short(factor, words)} 倍：相近的状态会分开。`,
  'dynamics.mustVanish':
    '循环核的最大奇异值小于 1，激活函数处处不比 1 更陡：因此梯度必然随距离消失。这一点是确定的（Pascanu、Mikolov 与 Bengio，2013）。',
  'dynamics.mayGrow':
    '循环核的最大奇异值不小于 1：由此可能出现梯度爆炸，但并不必然（Pascanu、Mikolov 与 Bengio，2013）。',
  'dynamics.gated':
    '每个时间步都由门重新决定状态保留多少，因此从循环核得不出确定的结论。这里显示的是其中候选值的那一块；起作用的是雅可比矩阵。',
  'dynamics.help':
    '雅可比矩阵表示一个时间步之后的整个状态如何受之前的状态影响，来自下层的内容保持不变。圆内的特征值使其方向缩短，圆外的使其伸长，前提是所有时间步都与这个相同；事实并非如此，所以对非线性网络而言，仅凭单位圆得不出确定的结论。增长率综合了所有时间步。',
  'dynamics.kernelFigures': ({ radius, stretch }, words) =>
    zh`循环核：谱半径 ${short(radius, words)}，最大奇异值 ${short(stretch, words)}`,
  'dynamics.jacobianFigures': ({ step, radius, stretch }, words) =>
    zh`时间步 ${words.number(step)} 的雅可比矩阵：谱半径 ${short(radius, words)}，最大奇异值 ${short(stretch, words)}`,
  'dynamics.growthFigure': ({ rate }, words) =>
    zh`增长率 λ：每个时间步 ${rate === Number.NEGATIVE_INFINITY ? '−∞' : short(rate, words)}`,
  'dynamics.tooLarge': ({ size }, words) =>
    zh`状态共有 ${words.number(size)} 个数：这里缺少的数值计算起来太费时。`,
  'dynamics.notFinite': '这个网络的数值已不再有限，无法给出任何内容。请回到较早的更新。',
  'dynamics.matrix': '矩阵',
  'dynamics.pathTitle': '状态走过的路径',
  'dynamics.pathPicture': '窗口的隐藏状态，画在它们的前两个主成分构成的平面上',
  'dynamics.component': ({ number, share }, words) =>
    zh`主成分 ${words.number(number)}（${words.significant(100 * share, 3)}%）`,
  'dynamics.componentColumn': ({ number }, words) => zh`主成分 ${words.number(number)}`,
  'dynamics.pathSummary': ({ update, share }, words) =>
    zh`这个平面按第 ${words.number(update)} 次更新拟合，此后保持不变；这些状态的差异有 ${words.significant(100 * share, 3)}% 在其中。`,
  'dynamics.fitAnew': '重新拟合',
  'dynamics.pathHelp':
    '每个点是一个时间步之后的隐藏状态，由深到浅；方块是进入窗口的状态，菱形是离开窗口的状态。两个轴的比例相同。',
  'dynamics.pathStill': '这个窗口的状态没有差异：没有路径可画。',
  'dynamics.pathReading': ({ step, x, y }, words) =>
    zh`时间步 ${words.number(step)}，主成分 1 为 ${x}，主成分 2 为 ${y}`,
  'dynamics.planeTooLarge': ({ steps, units }, words) =>
    zh`${words.number(steps)} 个时间步、${words.number(units)} 个单元的主成分计算起来太费时。`,
  'dynamics.phaseTitle': '相图',
  'dynamics.phasePicture': '目标与预测随输入的变化，或随自身前一时间步的变化',
  'dynamics.phaseOver': '横轴',
  'dynamics.phaseInput': '以输入为横轴',
  'dynamics.phaseDelay': '以前一时间步为横轴',
  'dynamics.phaseHelp': '图中不画时间：曲线按先后穿过各点。正确的预测与目标重合。',
  'dynamics.axisInput': '输入',
  'dynamics.axisBefore': '前一时间步的输出',
  'dynamics.output': '输出',
}
