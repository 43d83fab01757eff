import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { foreignTexts as en } from '../../en/weights/foreign-texts'

const CHOOSE = '请选择权重文件：.safetensors、.npz、.weights.h5、.keras 或 .json'

function itIs({ encoding }: { encoding: 'UTF-16' | 'one-byte' | null }): string {
  if (encoding === null) return '这是'
  return encoding === 'UTF-16' ? '这是以 UTF-16 编码的' : '这是以早于 UTF-8 的编码写成的'
}

export const foreignTexts: Translated<typeof en> = {
  'foreignTexts.lfsPointer': (how) =>
    zh`${itIs(how)} Git LFS 指针，代表一个没有取回的文件；请在文件所属的仓库中运行“git lfs pull”，然后重新载入`,
  'foreignTexts.webPage': (how) => zh`${itIs(how)}网页，而不是原本要下载的文件；请重新下载文件本身`,
  'foreignTexts.svg': (how) => zh`${itIs(how)} SVG 图片；${CHOOSE}`,
  'foreignTexts.xml': (how) => zh`${itIs(how)} XML 文本；${CHOOSE}`,
  'foreignTexts.checkpoints': (how) =>
    zh`${itIs(how)} TensorFlow 检查点文件夹的列表；请在 TensorFlow 中载入其中一个，再用 numpy.savez 保存其权重`,
  'foreignTexts.ownTable': (how) => zh`${itIs(how)} Unroll 导出的更新表格，其中没有权重；${CHOOSE}`,
  'foreignTexts.table': ({ columns, ...how }, words) =>
    zh`${itIs(how)}有 ${words.number(columns)} 列的表格；${CHOOSE}`,
  'foreignTexts.text': ({ start, ...how }, words) =>
    zh`${itIs(how)}文本，开头是${words.quote(start)}；${CHOOSE}`,
  'foreignTexts.likeJson': (how) => zh`${itIs(how)}开头像 JSON 的文本；${CHOOSE}`,
  'foreignTexts.json': (how) => zh`${itIs(how)} JSON 文本；${CHOOSE}`,
  'foreignTexts.notebook': (how) => zh`${itIs(how)} Jupyter 笔记本；请运行它，再选择它保存的权重文件`,
  'foreignTexts.weightMap': (how) =>
    zh`${itIs(how)}模型文件的列表，该模型的权重分在多个文件中；请在 PyTorch 中载入所有文件，再用 safetensors.torch.save_file 写成一个`,
}
