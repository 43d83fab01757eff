import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { experimentRuns as en } from '../../en/run/experiment-runs'

export const experimentRuns: Translated<typeof en> = {
  'experimentRuns.gone': '这个实验已不存在；请选择别的实验。',
  'experimentRuns.noRun': ({ run, runs }, words) =>
    zh`这个实验有 ${words.number(runs)} 次运行，但要求的是第 ${words.number(run)} 次；请选择它有的一次。`,
  'experimentRuns.noUpdate': ({ most, found }, words) =>
    zh`这个实验的一次运行可以在第 0 到 ${words.number(most)} 次更新处打开，但给出的是 ${words.number(found)}；请选择这个范围内的更新。`,
  'experimentRuns.calledOff': '这次估计已取消，因为又有了别的要求。',
  'experimentRuns.noWorker': '没有进程能启动来进行实验的各次运行；原因见“帮助 > 打开日志文件夹”。',
  'experimentRuns.lost': '这次运行三次使其进程终止，无法估计；请选择更小的网络或更短的窗口。',
  'experimentRuns.stopped': ({ why }, words) => zh`实验已停止，已完成的会保留：${words.say(why)}`,
  'experimentRuns.notKept': ({ why }, words) =>
    zh`实验无法保存：${words.say(why)}。请在数据文件夹中腾出空间，然后重试。`,
  'experimentRuns.notWritten': ({ why }, words) =>
    zh`实验已停止，因为它的运行无法保存：${words.say(why)}。请在数据文件夹中腾出空间，然后继续；已写入的会保留。`,
  'experimentRuns.notRead': ({ why }, words) => zh`这个实验的运行无法读取：${words.say(why)}。`,
  'experimentRuns.damaged': ({ why, next }, words) =>
    zh`有一个实验无法打开：${words.finding(why)}。${words.say(next)}`,
}
