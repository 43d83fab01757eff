import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { trainerHost as en } from '../en/trainer-host'

export const trainerHost: Translated<typeof en> = {
  'trainerHost.neverStarted': '训练进程没有启动；请重新启动 Unroll。',
  'trainerHost.loading': '训练进程仍在载入 TensorFlow；请稍后再试。',
  'trainerHost.notStarted': ({ cause }) =>
    zh`训练进程未能启动（${cause}）；请重新运行安装程序，然后再启动训练进程。`,
  'trainerHost.endedAtStart': ({ code }) =>
    zh`训练进程未能启动（它以代码 ${`${code}`} 结束）；请重新运行安装程序，然后再启动训练进程。`,
  'trainerHost.killed': '训练进程被外部结束；请重新启动它，从上一个检查点继续。',
  'trainerHost.crashed': ({ code, cause }) =>
    zh`训练进程崩溃，代码为 ${`${code}`}${cause === null ? '' : zh`（${cause}）`}；请重新启动它，从上一个检查点继续。`,
}
