import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { status as en } from '../en/status'

export const status: Translated<typeof en> = {
  'status.updates': '更新',
  'status.loss': '损失',
  'status.meanLoss': '平均损失',
  'status.updatesPerSecond': '每秒更新',
  'status.looking': ({ update, loss }, words) =>
    zh`正在查看第 ${words.number(update)} 次更新：损失 ${words.say(loss)}`,
  'status.weightsFromSeed': ({ seed }) => zh`权重由种子 ${`${seed}`} 抽取`,
  'status.weightsLoaded': ({ file }) => zh`权重载入自 ${file}`,
  'status.weightsOfBest': ({ update }, words) => zh`最好的第 ${words.number(update)} 次更新的权重`,
  'status.branchOf': ({ update }, words) => zh`接自另一次运行的第 ${words.number(update)} 次更新`,
  'status.progress': ({ phase, updates, loss }, words) =>
    zh`${words.say(phase)}：${words.number(updates)} 次更新，损失 ${words.say(loss)}`,
  'status.language': '语言',
  'status.engine': '引擎',
  'status.engineExplained':
    '“编译”把录下的更新作为一个原生计算图重放；“即时执行”逐个执行每项运算。除舍入之外，结果相同。',
  'status.compiled': '编译',
  'status.eager': '即时执行',
}
