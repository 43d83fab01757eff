import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { script as en } from '../en/script'

export const script: Translated<typeof en> = {
  'script.about': ({ library, packages }) =>
    zh`由 Unroll 写出。用 ${library} 重建它的网络，从此脚本旁边的文件载入权重，
并预测一个窗口。不含 GPU 支持的安装就够了：pip install ${packages}`,
  'script.onlyInstalled': '只导入已安装的包：这里的某个文件可能恰好与某个包同名。',
  'script.whichBackend': '除非另有指定，Keras 用 TensorFlow 计算；没有 TensorFlow 时改用 PyTorch。',
  'script.lastWindow': (window) =>
    zh`最后一个做过更新的窗口：第 ${String(window.update)} 次更新，${span(window)}${ofBatch(window.batch)}。
状态是传递到此窗口的状态。权重是更新之后的权重，而 Unroll 的图表显示更新之前的预测，
因此两者可能不同。`,
  'script.nextWindow': (window) =>
    zh`下一次更新的窗口：第 ${String(window.update)} 次更新，${span(window)}${ofBatch(window.batch)}。
运行自打开以来还没有做过更新，因此状态就是它现在的状态。在 Unroll 中按“更新一次”，
改变权重之前的预测与此相同。`,
  'script.curves': '下面是 t（弧度）、网络看到的输入（sin t）和应有的输出（cos t）。',
  'script.seriesNumbers':
    '下面是从 0 开始计数的时间步、网络在每一步看到的输入和应有的输出，都按训练时的方式缩放过。',
  'script.hiddenBefore': '窗口之前的隐藏状态 h，每层一个列表。',
  'script.statesBefore': '窗口之前的隐藏状态 h 和细胞状态 c，每层一个列表。',
  'script.predicted': 'Unroll 用文件中的权重对此窗口的预测。',
  'script.anySteps': ({ inputs }) => zh`时间步数任意，每步${inputs === 1 ? '一' : ` ${String(inputs)} `}个数`,
  'script.findsLayers': '按种类和位置找到每一层，并拒绝其他网络的文件。',
  'script.layerByLayer': `逐层计算，因为 Sequential 模型无法接收窗口之前的状态。
Keras 要求窗口的形状为 [批、时间步、特征]，状态的形状为 [批、隐藏单元]。`,
  'script.hiddenStates': '最高一层的隐藏状态，每个时间步一个，以及要继续传递的状态。',
  'script.strict': '默认就是严格的：每个数组都必须有位置，每个位置都必须有数组。',
  'script.torchShapes': 'PyTorch 要求窗口的形状为 [批、时间步、特征]，状态的形状为 [层、批、隐藏单元]。',
  'script.forecast': `以表格为参数，再加上时间步数，就从表格结尾处继续外推预测：
python THIS_SCRIPT.py data.csv 50。表格用逗号分隔，小数点为句点，第一行是列名；
后面还可以写 --time 列名或 --no-time，以及 --missing 数或 --no-missing。`,
  'script.table': '表格没有说明的地方会被拒绝：读错表格得到的预测看上去和别的预测一样。',
  'script.notRead': '无法读取表格：{}；请写成 UTF-8 编码的 CSV。',
  'script.ragged': '表格第 {} 行应与第一行一样有 {} 个单元格，但有 {} 个；请用逗号分隔所有单元格。',
  'script.notNumber': '表格第 {} 行的列“{}”应是 -1e30 到 1e30 之间的数，但它是“{}”；请改正，或让单元格留空。',
  'script.whichTime': '无法确定表格各行的时间；请在表格之后写 --time 和说明时间的列名，或写 --no-time。',
  'script.badTimes':
    '列“{}”的每一行应是比上一行更晚的时间，例如 2020-12-31，但并非如此；请改正，或在表格之后写 --no-time。',
  'script.standIn':
    '“{}”出现了 {} 次（列“{}”），可能表示缺失的值；请在表格之后写 --missing 和这个数，或写 --no-missing。',
  'script.scalers': '每一列写成 (offset, scale)：网络看到的是 (value - offset) / scale。',
  'script.saidAhead': '在某一行给出的是 HORIZON（预测步长）行之后的值：最后几个属于表格之后的行。',
  'script.noColumn': '表格应有“{}”这一列，但没有；请在第一行写出列名，用逗号分隔。',
  'script.tooFewRows': ({ needed }, words) =>
    zh`表格末尾应有 ${words.number(needed)} 行没有缺失的输入，时间也不跳跃，但没有；请补上。`,
  'script.input': '输入',
  'script.target': '目标',
  'script.prediction': '预测',
  'script.largestDifference': ({ figure }) => zh`与 Unroll 预测的最大差异：${figure}`,
}

function span({ lesson, from, to }: { lesson: boolean; from: string; to: string }): string {
  return lesson ? zh`t 从 ${from} 到 ${to}` : zh`序列的第 ${from} 到第 ${to} 个时间步`
}

function ofBatch(batch: number): string {
  return batch > 1 ? zh`，是 ${String(batch)} 个序列中的第一个` : ''
}
