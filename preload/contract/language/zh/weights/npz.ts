import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { npz as en } from '../../en/weights/npz'

const SAVE = '请保存循环层的 kernel、recurrent_kernel 和 bias，以及一个 Dense(1) 的 kernel 和 bias'

export const npz: Translated<typeof en> = {
  'npz.noArchive': '.npz 文件是 zip 压缩包，以“PK”开头，但此文件不是这样',
  'npz.choose': '由 numpy.savez 或 Unroll 写出的 .npz 文件',
  'npz.noArray': ({ name }, words) => zh`${words.quote(name)}应为 NumPy 数组，但开头不是这样`,
  'npz.otherVersion': ({ name, found }, words) =>
    zh`${words.quote(name)}应为 NumPy 格式的 1.0、2.0 或 3.0 版本，但实际为 ${found}`,
  'npz.headerTooLong': ({ name, most, found }, words) =>
    zh`${words.quote(name)}的文件头应在文件之内，最多 ${words.number(most)} 个字节，但声明有 ${words.number(found)} 个`,
  'npz.otherHeader': ({ name, found }, words) =>
    zh`${words.quote(name)}的文件头应给出 descr、fortran_order 和 shape（形状），但实际为${words.quote(found)}`,
  'npz.pythonObjects': ({ file, name }, words) =>
    zh`${words.file(file)}中有 Python 对象，Unroll 从不读取这些对象：${words.quote(name)}应为数值；请用 numpy.savez 保存 float32 数组。`,
  'npz.otherSize': ({ name, shape, needed, found }, words) =>
    needed === null
      ? zh`${words.quote(name)}的形状为 (${shape})，与其 ${words.number(found)} 个字节不符`
      : zh`${words.quote(name)}的形状为 (${shape})，需要 ${words.number(needed)} 个字节，但实际有 ${words.number(found)} 个`,
  'npz.otherNumbers': ({ file, name, found }, words) =>
    zh`${words.file(file)}中有 Unroll 不读取的数值类型：${words.quote(name)}应为 float32、float64 或 float16，但实际为${words.quote(found)}；请用 .astype("float32") 转换后重新保存。`,
  'npz.notPart': ({ name }, words) => zh`${words.quote(name)}不属于该网络；${SAVE}`,
  'npz.missing': ({ name }, words) => zh`缺少${words.quote(name)}；${SAVE}`,
  'npz.otherLayers': ({ recurrent, dense, names }, words) =>
    zh`应有若干循环层，各有一个核（kernel）和一个循环核（recurrent_kernel），还有一个只有核的 Dense 层，但实际前者有 ${words.number(recurrent)} 个，后者有 ${words.number(dense)} 个：${words.quotedList(names)}；${SAVE}`,
  'npz.gruWithoutBias': ({ name }, words) =>
    zh`${words.quote(name)}是没有偏置的 GRU，因此文件没有说明重置门在循环乘积之前还是之后；请以 use_bias=True 保存`,
}
