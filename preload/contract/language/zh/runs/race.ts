import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { short } from '../../en/run/figures'
import type { race as en } from '../../en/runs/race'

export const race: Translated<typeof en> = {
  'race.name': '竞赛',
  'race.title': ({ lanes }, words) => zh`竞赛：${lanes.map(words.say).join('；')}`,
  'race.titleOfMany': ({ lanes }, words) => zh`${words.number(lanes)} 条赛道的竞赛`,
  'race.explained':
    '两次至六次运行并排进行，按更新逐次比较，或按它们所用的实际时间：没有一次会撇下其他的先走。',
  'race.presets': '一键竞赛',
  'race.cells': 'RNN、GRU、LSTM',
  'race.optimisers': 'SGD、RMSprop、Adam',
  'race.cellsExplained':
    '三种单元，其余设置都与当前的运行相同。隐藏单元数相同时，GRU 的权重约为简单 RNN 的三倍，LSTM 约为四倍。',
  'race.optimisersExplained': ({ rate }, words) =>
    zh`三种优化器，都用当前的学习率 ${words.number(rate)}，因此其他都没有差别。适合其中一种的学习率，对另一种可能小得多或大得多：名次只对这个学习率成立。`,
  'race.notPossible': ({ why }, words) => zh`当前的设置不行：${words.say(why)}`,
  'race.byHand': '或逐条设置赛道',
  'race.laneNumber': ({ lane }, words) => zh`赛道 ${words.number(lane)}`,
  'race.laneNamed': ({ parts }, words) => parts.map(words.say).join('，'),
  'race.laneNumbered': ({ parts, lane }, words) =>
    zh`${parts.map(words.say).join('，')}（赛道 ${words.number(lane)}）`,
  'race.settingsOf': '采用哪次运行的设置',
  'race.present': '当前的运行',
  'race.keptRun': ({ title, updates }, words) => zh`${words.say(title)}，${words.number(updates)} 次更新`,
  'race.newValue': '新的值',
  'race.change': '另一项设置',
  'race.secondChange': '再一项',
  'race.noChange': '没有其他',
  'race.add': '添加赛道',
  'race.remove': ({ lane }, words) => zh`移除赛道 ${words.number(lane)}`,
  'race.seedNote': ({ seed, isAlike }) =>
    isAlike
      ? zh`所有赛道都从种子 ${String(seed)} 的同样的初始权重开始。`
      : zh`所有赛道都用种子 ${String(seed)}。种子相同而形状不同，权重就不同：这些赛道从不同的初始权重开始，它们之间的差别有一部分是运气。`,
  'race.start': ({ lanes }, words) => zh`让 ${words.number(lanes)} 条赛道竞赛`,

  'race.by': '比较依据',
  'race.byUpdates': '更新',
  'race.bySeconds': '实际时间',
  'race.updatesNote': '仍在进行的各条赛道都处于同样的更新次数。',
  'race.secondsNote':
    '每条赛道都处于它独占一个进程、逐条训练时经过这么长时间后所完成的更新。这些是这台计算机上的时间，换一台就会不同。',
  'race.speed': '整个竞赛用时',
  'race.speedOf': ({ seconds }, words) => zh`${words.number(seconds)} 秒`,
  'race.play': '播放',
  'race.pause': '暂停',
  'race.again': '重新播放',
  'race.step': '前进一次更新',
  'race.stepTime': '到某条赛道的下一次更新',
  'race.rail': '竞赛的时刻',
  'race.railKeys':
    '方向键到前一次或后一次更新，加 Shift 为十次，Page Up 和 Page Down 移动竞赛的十分之一，Home 和 End 到两端。',
  'race.atUpdate': ({ update, last }, words) =>
    zh`第 ${words.number(update)} 次更新，共 ${words.number(last)} 次`,
  'race.atSeconds': ({ at, last }, words) => zh`${short(at, words)} 秒，共 ${short(last, words)} 秒`,
  'race.coming': ({ made, lanes }, words) =>
    zh`已完成 ${words.number(made)} 条，共 ${words.number(lanes)} 条赛道：全部完成后竞赛才开始，因为没有一条会撇下其他的先走。`,
  'race.stopped': ({ missing }, words) =>
    zh`因为实验已停止，有 ${words.number(missing)} 条赛道没有完成；按“继续”可训练缺少的部分。`,
  'race.shared': '损失相同的赛道名次相同；已发散的赛道都是最后一名。',
  'race.help':
    '目标和预测都属于每条赛道最新的窗口；运行很长时，只保留每第二个、第四个或更远的窗口。每个窗口都在它的更新之前预测。所有图表的坐标轴都相同。',
  'race.validationHelp': '验证损失是赛道上一次评估时的值，每隔几次更新评估一次。',
  'race.ranking': '名次表',
  'race.place': '名次',
  'race.lane': '赛道',
  'race.update': '更新',
  'race.loss': '损失',
  'race.validationLoss': '验证损失',
  'race.rankBy': '排名依据',
  'race.state': '状态',
  'race.underWay': '进行中',
  'race.diverged': ({ update }, words) => zh`在第 ${words.number(update)} 次更新时已发散`,
  'race.notMade': '尚未完成',
  'race.placed': ({ places }, words) =>
    places
      .map(({ place, lane, loss }) =>
        loss === null
          ? zh`第 ${words.number(place)} 名 ${words.say(lane)}，已发散`
          : zh`第 ${words.number(place)} 名 ${words.say(lane)}，损失 ${short(loss, words)}`,
      )
      .join('；'),
  'race.said': ({ moment, places }, words) => zh`${words.say(moment)}：${words.say(places)}。`,
  'race.notBegun': '还没有赛道做过更新。',
  'race.prediction': ({ lane, update }, words) =>
    zh`${words.say(lane)} 在第 ${words.number(update)} 次更新时的目标和预测`,
  'race.lossPicture': ({ lane }, words) => zh`${words.say(lane)} 到目前为止的损失，以及其他赛道的损失`,
  'race.others': '其他赛道',
  'race.value': '值',
  'race.timeStep': '时间步',
  'race.seconds': '秒',
  'race.open': ({ update }, words) => zh`在第 ${words.number(update)} 次更新处打开`,
  'race.openLane': ({ lane, update }, words) =>
    zh`打开 ${words.say(lane)} 的第 ${words.number(update)} 次更新`,
  'race.opened': ({ lane, update }, words) =>
    zh`竞赛中的 ${words.say(lane)}，在第 ${words.number(update)} 次更新之后的样子。之前的运行已保留。`,
  'race.openNote': '打开的是赛道在那次更新之后的样子；它会重新训练，精确到最后一位。当前的运行会保留。',
}
