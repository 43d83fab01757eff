import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { phases as en } from '../../en/run/phases'

export const phases: Translated<typeof en> = {
  'phases.start': '开始',
  'phases.pause': '暂停',
  'phases.pausing': '正在暂停……',
  'phases.resume': '继续',
  'phases.trainMore': ({ updates }, words) => zh`再训练 ${words.number(updates)} 次`,
  'phases.reset': '重置',
  'phases.loading': '正在载入 TensorFlow……',
  'phases.stopped': '已停止',
  'phases.trainerStopped': '训练进程已停止',
  'phases.noRun': '没有运行',
  'phases.startingTrainer': '正在启动训练进程……',
  'phases.preparing': '正在准备网络……',
  'phases.ready': '就绪',
  'phases.training': '正在训练',
  'phases.paused': '已暂停',
  'phases.finished': '已完成',
  'phases.outOfPatience': ({ updates }, words) =>
    zh`提前停止：${words.number(updates)} 次更新中验证损失没有变小`,
  'phases.notLearned': '已完成，但没有学会',
  'phases.lost': ({ update }, words) => zh`已完成，但在第 ${words.number(update)} 次更新之后失去了所学`,
  'phases.broke': ({ update }, words) => zh`在第 ${words.number(update)} 次更新时发散`,
  'phases.brokenLoss': '损失',
  'phases.brokenGradient': ({ tensor }) => (tensor === null ? '梯度' : zh`${tensor} 的梯度`),
  'phases.brokenWeights': ({ tensor }) => (tensor === null ? '权重的新值' : zh`${tensor} 的新值`),
  'phases.silent': ({ phase, seconds }, words) => zh`${words.say(phase)}（${words.number(seconds)} 秒）`,
}
