import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { trainer as en } from '../en/trainer'

export const trainer: Translated<typeof en> = {
  'trainer.noRun': '还没有运行；请按“重置”新建一个。',
  'trainer.noBest': '序列有验证部分时才会找到最好的更新；这次运行还没有。请继续训练，或设置验证部分。',
  'trainer.outOfPatience': ({ updatesDone, best, loss }, words) =>
    zh`运行在第 ${words.number(updatesDone)} 次更新之后自动结束：验证损失在第 ${words.number(best)} 次更新之后最低（${words.significant(loss, 3)}），此后没有变好的更新次数已达到耐心。那次更新的权重已保留。`,
  'trainer.loopNoHorizon': ({ inputs }, words) =>
    zh`闭环中的网络需要至少为 1 的预测步长，因为在说出某个时间步之前它看不到该时间步的 ${words.quotedList(inputs)}；请训练一次有预测步长的运行。`,
  'trainer.loopBeyond': ({ origin, rows }, words) =>
    zh`闭环应从序列中的一行开始，序列有 ${words.number(rows)} 个时间步，但要求的是第 ${words.number(origin + 1)} 行；请选择更早的行。`,
  'trainer.loopUnknown': ({ origin, needed, found }, words) =>
    zh`闭环开始处需要 ${words.number(needed)} 个输入齐全且没有间断的时间步，但到第 ${words.number(origin + 1)} 行为止只有 ${words.number(found)} 个；请选择另一行。`,
  'trainer.loopTooEarly': '这次运行的参照规则还在拟合；请过几秒再试。',
  'trainer.loopCalledOff': '闭环已取消，因为又有了别的请求。',
  'trainer.noMoment': ({ first, last, update }, words) =>
    zh`这次运行的时刻是它的第 ${words.number(first)} 次到第 ${words.number(last)} 次更新之一，但要求的是第 ${words.number(update)} 次；请选择其中之一。`,
  'trainer.momentCalledOff': '此时刻已取消，因为又要求了另一个时刻。',
  'trainer.noEvent': ({ update }, words) =>
    zh`这次运行在第 ${words.number(update)} 次更新处没有更改，或更改不会有变化；请选择它的一面旗子。`,
  'trainer.noPlanned': ({ update }, words) =>
    zh`这次运行在第 ${words.number(update)} 次更新处没有将要发生的更改，或已做过那次更新；请选择一面空心的旗子。`,
  'trainer.eventBeyond': ({ first, last }, words) =>
    zh`更改只能移到运行已做的更新之一，从第 ${words.number(first)} 次到第 ${words.number(last)} 次；请选择其中之一。`,
  'trainer.otherRun': '该操作针对的运行已不再打开，因此没有任何改变；请先重新打开那次运行。',
  'trainer.lessonForecast': '闭环需要序列，但这次运行学的是课程；请在设置中选择序列。',
  'trainer.cannotGoOn': '这次运行的损失、梯度或某个权重已不是有限数，无法继续；请降低学习率，再按“重置”。',
  'trainer.runFull': ({ most, made, updates, points, fitting, outputs }, words) => {
    const advice =
      fitting === 0
        ? '请按“重置”开始新的运行'
        : zh`请选择最多 ${words.number(fitting)} 次更新，或按“重置”开始新的运行`
    return zh`一次运行最多能保留 ${words.number(most)} 个${outputs === 1 ? '预测点' : zh`时间步的 ${words.number(outputs)} 个输出的预测`}；这次运行已有 ${words.number(made)} 个，再做 ${words.number(updates)} 次更新最多会产生 ${words.number(points)} 个；${advice}。`
  },
  'trainer.graphNotWritten': ({ why }, words) =>
    zh`无法写入 TensorFlow 的计算图（${words.say(why)}）；训练改用即时执行引擎继续，速度较慢。`,
  'trainer.graphRefused': 'TensorFlow 不接受更新的计算图，或内存不足；训练改用即时执行引擎继续，速度较慢。',
  'trainer.temporaryFull': '存放临时文件的磁盘已满',
  'trainer.temporaryReadOnly': '存放临时文件的磁盘是只读的',
  'trainer.temporaryMissing': '存放临时文件的文件夹不存在',
  'trainer.temporaryNoFolder': '存放临时文件的位置不是文件夹',
  'trainer.temporaryForbidden': 'Unroll 没有权限写入存放临时文件的文件夹',
  'trainer.temporaryFault': '存放临时文件的磁盘报告了故障',
  'trainer.tooManyFiles': '打开的文件太多',
  'trainer.systemSays': ({ code }) => zh`系统报告 ${code}`,
}
