import type { Translated } from '../../catalogue'
import type { presets as en } from '../../en/settings/presets'

export const presets: Translated<typeof en> = {
  'presets.pytorch': 'PyTorch',
  'presets.pytorchSource':
    'PyTorch-Tutorial，403_RNN_regressor.py 最初发表的版本：60 次更新，manual_seed(1)。',
  'presets.pytorchWatch': '预测开始时是一条水平线，途中不止一次偏离，到第 60 次更新时仍相差约 0.3。',
  'presets.batched': 'PyTorch，读出层合并调用',
  'presets.batchedSource': '同一脚本，forward 更短：所有时间步重排为行，线性层只调用一次。',
  'presets.batchedWatch': '曲线与第一个预设相同，只有舍入之差：不同的只是读出层的调用方式。',
  'presets.later': 'PyTorch，后来的脚本',
  'presets.laterSource': 'PyTorch-Tutorial，2018 年以后的 403_RNN_regressor.py：100 次更新，endpoint=False。',
  'presets.laterWatch': '在两个窗口相接处，没有哪个时间步出现两次。损失降到 0.01 以下，到结束时仍有波动。',
  'presets.dynamic': 'PyTorch，动态窗口',
  'presets.dynamicSource':
    'PyTorch-Tutorial，501_why_torch_dynamic_graph.py：每次更新有 1、2 或 3 个半周期。',
  'presets.dynamicWatch': '窗口随机取 10、20 或 30 个时间步：同一个网络对它们都适用。',
  'presets.runningMean': 'TensorFlow，累计平均',
  'presets.runningMeanSource':
    '与课程对应的 TensorFlow 程序：BasicRNNCell，一个全连接层，打印所有损失的平均值。',
  'presets.runningMeanWatch': '每次更新之后重新做一次预测，因此能看到这次更新改变了什么。',
  'presets.fixedAxis': 'TensorFlow，固定坐标轴',
  'presets.fixedAxisSource':
    'Tensorflow-Tutorial，403_RNN_regression.py 的第一版：BasicRNNCell，坐标轴从 -1.2 到 1.2。',
  'presets.fixedAxisWatch': '坐标轴是固定的，因此超出 ±1.2 的预测会画到图外，例如第 4 到第 6 次更新。',
}
