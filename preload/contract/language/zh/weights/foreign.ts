import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { foreign as en } from '../../en/weights/foreign'

const CHOOSE = '请选择权重文件：.safetensors、.npz、.weights.h5、.keras 或 .json'
const WITH_TORCH = '请在 PyTorch 中用 safetensors.torch.save_file 写出 state_dict'
const UNPACK = '请解压后选择其中的文件'

export const foreign: Translated<typeof en> = {
  'foreign.notWeights': ({ file, what }, words) => zh`${words.file(file)}不是权重文件：${words.say(what)}。`,
  'foreign.otherName': ({ file, what, ending }, words) =>
    zh`${words.file(file)}是${words.say(what)}，但扩展名与此不符；请把扩展名改为 ${ending}，然后重新载入。`,
  'foreign.safetensors': 'safetensors 文件',
  'foreign.npz': 'NumPy 归档',
  'foreign.kerasModel': 'Keras 模型',
  'foreign.hdf5': 'HDF5 文件（如 Keras 写出的）',
  'foreign.tfjs': 'TensorFlow.js 模型',
  'foreign.unknown': zh`其中没有 Unroll 认识的内容；${CHOOSE}`,
  'foreign.numbersAlone': '其中只有 TensorFlow.js 模型的数值；请选择旁边的 .json 文件',
  'foreign.zeros': '其中全是零，下载中断会留下这样的文件；请重新下载',
  'foreign.emptyZip': zh`这是空的 zip 压缩包；${CHOOSE}`,
  'foreign.brokenZip': '这是已损坏或不完整的 zip 压缩包；请重新下载或保存',
  'foreign.otherZip': '这是装有其他文件的 zip 压缩包；请解压后选择其中的文件',
  'foreign.project': '这是 Unroll 的项目；请把扩展名改为 .unroll，“文件 > 打开项目”即可打开它',
  'foreign.torchZip': zh`这是 torch.save 写出的文件，即 zip 压缩包中的 Python pickle，Unroll 从不读取 pickle；${WITH_TORCH}`,
  'foreign.torchPickle': zh`这是旧版 torch.save 写出的文件，即 Python pickle，Unroll 从不读取 pickle；${WITH_TORCH}`,
  'foreign.torchTar': zh`这是最早版本的 torch.save 写出的文件，即 tar 归档中的 Python pickle，Unroll 从不读取 pickle；${WITH_TORCH}`,
  'foreign.pickle':
    '这是 Python pickle，读取 pickle 可能会运行任意程序，因此 Unroll 从不读取；请在 Python 中载入，再用 safetensors.torch.save_file 或 numpy.savez 写出权重',
  'foreign.zlib':
    '这是用 zlib 压缩的文件，joblib 就是这样压缩 pickle 的；请在 Python 中载入，再用 numpy.savez 保存其中的数组',
  'foreign.singleArray': '这是单个 NumPy 数组；请用 numpy.savez 把网络的所有数组写入一个 .npz 文件',
  'foreign.checkpointIndex':
    '这是 TensorFlow 检查点的索引；请在 TensorFlow 中载入，再用 numpy.savez 保存其中的权重',
  'foreign.savedModel':
    '这是 TensorFlow 的 SavedModel 模型；请在 Keras 中载入其文件夹，再用 save_weights 写出权重',
  'foreign.savedModelZip':
    '这是装有 TensorFlow 的 SavedModel 模型的 zip 压缩包；请在 Keras 中载入，再用 save_weights 写出权重',
  'foreign.ownOnnx': zh`这是 Unroll 写出的 ONNX 模型，Unroll 只写出而不载入这种文件；${CHOOSE}`,
  'foreign.onnx': zh`这是 ONNX 模型，Unroll 只写出而不载入这种文件；${CHOOSE}`,
  'foreign.archive': ({ kind }) => zh`这是 ${kind} 压缩包；${UNPACK}`,
  'foreign.picture': ({ kind }) => zh`这是 ${kind} 图片；${CHOOSE}`,
  'foreign.is': ({ thing }, words) => zh`这是${words.say(thing)}；${CHOOSE}`,
  'foreign.matlab': 'MATLAB 文件',
  'foreign.gguf': 'llama.cpp 的 GGUF 模型',
  'foreign.tflite': 'TensorFlow Lite 模型',
  'foreign.parquet': 'Parquet 表格',
  'foreign.arrow': 'Arrow 表格',
  'foreign.feather': 'Feather 表格',
  'foreign.sqlite': 'SQLite 数据库',
  'foreign.netcdf': 'NetCDF 文件',
  'foreign.sound': '声音文件',
  'foreign.film': '视频文件',
  'foreign.pdf': 'PDF 文件',
  'foreign.postscript': 'PostScript 文件',
  'foreign.office': 'Office 文件',
  'foreign.linuxProgram': 'Linux 程序',
  'foreign.macProgram': 'macOS 程序',
  'foreign.windowsProgram': 'Windows 程序',
  'foreign.webAssembly': 'WebAssembly 程序',
  'foreign.javaClass': 'Java 类',
  'foreign.javaProgram': 'Java 程序',
}
