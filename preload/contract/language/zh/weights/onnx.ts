import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { onnx as en } from '../../en/weights/onnx'

export const onnx: Translated<typeof en> = {
  'onnx.notOurs': ({ file, what }, words) =>
    zh`${words.file(file)}不是 Unroll 写出的那种 ONNX 模型：${words.say(what)}；请重新导出网络。`,
  'onnx.noSettings': '应有运行的设置，但实际没有',
  'onnx.otherByte': ({ place }, words) =>
    zh`从字节 ${words.number(place)} 起应为这些权重得出的内容，但实际不是`,
  'onnx.arrayTwice': ({ name }, words) => zh`${words.quote(name)}应只出现一次，但出现了两次`,
  'onnx.noArray': ({ name }, words) => zh`应有 float32 数组${words.quote(name)}，但实际没有`,
  'onnx.otherText': ({ key }, words) =>
    zh`其中的文本应是 Unroll 的，且各出现一次，但有一个叫${words.quote(key)}`,
  'onnx.brokenField': ({ place }, words) => zh`消息中字节 ${words.number(place)} 处的字段已损坏`,
  'onnx.otherField': ({ field }, words) => zh`数组中不应有字段 ${words.number(field)}，但实际有`,
  'onnx.fieldMoreOften': ({ field, most }, words) =>
    zh`字段 ${words.number(field)} 应以字节的形式最多出现 ${words.number(most)} 次，但实际不是`,
  'onnx.elsewhere': '数组的数值应在数组之中，但它引用了另一个文件',
  'onnx.otherBytes': ({ name, shape, needed, found }, words) =>
    zh`${words.quote(name)}的形状为 [${shape}]，需要 ${words.number(needed)} 个字节，但实际有 ${words.number(found)} 个`,
  'onnx.model':
    '由 Unroll 训练的带线性读出层的循环网络。输入为输入曲线的一个窗口（时间步在前）和窗口之前的状态；输出为每个时间步的预测和窗口之后的状态，后者用于下一个窗口。',
  'onnx.curve': '输入曲线的一个窗口。',
  'onnx.inputs': '序列的一个窗口，每个时间步包含所有输入。',
  'onnx.stateBefore': ({ name }) => zh`窗口之前的 ${name}，起初为零。`,
  'onnx.predictions': '每个时间步的预测。',
  'onnx.stateAfter': ({ name }) => zh`窗口之后的 ${name}，由此继续。`,
}
