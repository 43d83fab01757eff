import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { compare as en } from '../en/compare'

export const compare: Translated<typeof en> = {
  'compare.referenceRun': '参考运行',
  'compare.chooseReferenceRun': '参考运行的 .json 文件',
  'compare.usage': ({ usage }) => zh`用法：${usage} 文件... [选项]`,
  'compare.about': `把 PyTorch 或 TensorFlow 的完整运行（test/fixtures/make 中的脚本写出的 JSON 文件）重做一遍，每个文件输出一行：
各次更新的损失、梯度范数和预测，以及最终权重和最终隐藏状态的最大差异。运行从文件中的初始权重开始；PyTorch 的
运行还会只凭种子再做一遍。`,
  'compare.limits': `损失或预测相差超过 1e-4，或由种子产生的初始权重相差超过 2e-8，就算不符。已损坏或不是这类运行的文件会被跳过，
继续比较下一个。`,
  'compare.oneFile':
    'compare 必须至少有一个文件，但没有给出；请指定一个完整运行的文件，例如 test/fixtures/reference/torch-rnn-seed1.json。',
  'compare.same': '相同',
  'compare.everyBit': '相同，每一位都相同',
  'compare.off': '不符',
  'compare.run': ({ framework, updates }, words) => zh`${framework}，${words.number(updates)} 次更新`,
  'compare.fromFile': ({ differences }) => zh`从文件：${differences}`,
  'compare.fromSeed': ({ seed, differences }) => zh`从种子 ${String(seed)}：${differences}`,
  'compare.initialWeights': '初始权重',
  'compare.loss': '损失',
  'compare.meanLoss': '平均损失',
  'compare.gradientNorm': '梯度范数',
  'compare.prediction': '预测',
  'compare.predictionAfterUpdate': '更新后的预测',
  'compare.finalWeights': '最终权重',
  'compare.finalState': '最终状态',
  'compare.noWholeRun': ({ name, why }, words) =>
    zh`“${name}”不是完整的参考运行：${words.finding(why)}；请用 test/fixtures/make 中的脚本重新生成，或选择别的文件。`,
  'compare.noJson': '它必须是 JSON，实际却不是',
  'compare.noObject': ({ field }) => zh`${field === null ? '文件内容' : `“${field}”`}必须是对象，实际却不是`,
  'compare.noStates': ({ count }) => zh`“finalState”必须有 ${String(count)} 个状态，实际却没有`,
  'compare.noFramework': '“framework”必须是 torch 或 tensorflow 及其版本，实际却不是',
  'compare.noUpdates': ({ count }) => zh`“updates”必须是 ${String(count)} 次更新的列表，实际却不是`,
  'compare.noWindowLength': ({ field }) => zh`“${field}”必须是 1、2 或 3，实际却不是`,
  'compare.noNumber': ({ field }) => zh`“${field}”必须是有限数，实际却不是`,
  'compare.noNumbers': ({ field, shape }) =>
    zh`“${field}”必须是形状为 [${shape.join(', ')}] 的有限数，实际却不是`,
  'compare.otherTimes': ({ field, from, to, points }) =>
    zh`“${field}”中的 t 必须从 ${from} 到 ${to}，共 ${String(points)} 个点，实际却不是`,
}
