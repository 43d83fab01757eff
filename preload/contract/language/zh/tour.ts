import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { tour as en } from '../en/tour'

export const tour: Translated<typeof en> = {
  'tour.presetTitle': '从一个程序或一个序列开始',
  'tour.preset':
    '预设有课程里的 PyTorch 和 TensorFlow 程序，还有可以尝试的序列，各自带有设置。选中的那个已经就绪。',
  'tour.startTitle': '点击“开始”',
  'tour.start': '网络一次更新接一次更新地学习，速度在旁边选择。可以随时暂停，也可以一次一次地更新。',
  'tour.settingsTitle': '边训练边调整',
  'tour.settings': '新的学习率在下一次更新时生效。需要新网络的设置在重置时生效。',
  'tour.predictionTitle': '看预测逐渐弯曲',
  'tour.prediction':
    '点击“开始”后，预测就画在这里的目标曲线上，每次更新画一个窗口。网络从一个时间步记到下一个时间步的内容，就是它的隐藏状态。拖动可回看，滚轮可缩放。',
  'tour.weightsTitle': '带走权重',
  'tour.weights': '保存或导出学到的权重：PyTorch、Keras 等都能读取。',

  'tour.place': ({ stop, stops }) => zh`第 ${`${stop}`} 步，共 ${`${stops}`} 步`,
  'tour.back': '上一步',
  'tour.next': '下一步',
  'tour.done': '完成',
  'tour.close': '关闭导览',
}
