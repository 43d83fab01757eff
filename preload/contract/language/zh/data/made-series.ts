import type { Translated } from '../../catalogue'
import type { madeSeries as en } from '../../en/data/made-series'

export const madeSeries: Translated<typeof en> = {
  'madeSeries.square': '方波',
  'madeSeries.squareWhat': '十个时间步为 1，再十个时间步为 −1，如此反复。',
  'madeSeries.squareWatch':
    '网络必须计数：一次跳变决定下一次跳变何时到来。它出错的地方，是跳变旁边的时间步。',

  'madeSeries.saw': '锯齿波',
  'madeSeries.sawWhat': 'x(t) = 2·(t mod 25)/24 − 1：从 −1 均匀升到 1，然后立刻回落。',
  'madeSeries.sawWatch': '只看当前值就知道何时回落，因此几乎不需要记忆。最后学会的是尖角。',

  'madeSeries.sines': '正弦之和',
  'madeSeries.sinesWhat': 'x(t) = sin(2πt/50) + 0.5·sin(2πt/17) + 0.25·sin(2πt/7)。',
  'madeSeries.sinesWatch': '最近六个值的加权和就精确给出下一个值：没有哪个网络能比它更好。',

  'madeSeries.am': '调幅',
  'madeSeries.amWhat': 'x(t) = (1 + 0.8·sin(2πt/120))·sin(2πt/10)：幅度起伏的正弦。',
  'madeSeries.amWatch': '它看起来难，其实不难：这个乘积是三个正弦之和，有最近六个值就够了。',

  'madeSeries.fm': '调频',
  'madeSeries.fmWhat': 'x(t) = sin(2πt/5 + 8·sin(2πt/50))：时快时慢的正弦。',
  'madeSeries.fmWatch': '少数几个值的加权和不够用，因为权重得随频率而变：在这里网络可以胜出。',

  'madeSeries.chirp': '啁啾信号',
  'madeSeries.chirpWhat':
    'x(t) = sin(2π·(t/100 + 9t²/800,000))：周期从 100 个时间步缩短到 10 个时间步的正弦。',
  'madeSeries.chirpWatch': '训练部分是慢的周期，测试部分是网络从未见过的快周期：“全部数字”里有两者的 RMSE。',

  'madeSeries.delay': '延迟',
  'madeSeries.delayWhat': '输入是从 −1 到 1 的白噪声，输出是五个时间步之前的输入：output(t) = input(t − 5)。',
  'madeSeries.delayWatch':
    '只有记忆有用：网络必须在隐藏状态中保留五个数。只用四个隐藏单元时，误差会留下一半。',

  'madeSeries.adding': '加法任务',
  'madeSeries.addingWhat': '每个序列有 20 个从 0 到 1 的数，其中两个带有标志；序列末尾是这两个数的和。',
  'madeSeries.addingWatch': '总是回答 1，损失为 0.167。LSTM 经过几百次更新就能远低于它；不妨也试试简单 RNN。',

  'madeSeries.copy': '复制任务',
  'madeSeries.copyWhat': '五个符号，每个是 1 或 −1，然后十个时间步什么也没有，再把这五个符号重复一遍。',
  'madeSeries.copyWatch': '总是回答 0，损失为 1。梯度必须回溯 15 个时间步，其中有十个时间步什么也没有。',

  'madeSeries.noisySine': '含噪声的正弦',
  'madeSeries.noisySineWhat':
    'x(t) = sin(2πt/25) + 0.3·n(t)，其中 n(t) 在每个时间步都是一个新的标准正态随机数。',
  'madeSeries.noisySineWatch': '任何预测的损失都不能低于噪声的 0.09。训练中低于它的部分，是死记硬背来的。',

  'madeSeries.mackeyGlass': 'Mackey-Glass 方程',
  'madeSeries.mackeyGlassWhat': 'x′(t) = 0.2·x(t − 17)/(1 + x(t − 17)^10) − 0.1·x(t)：由延迟产生的混沌。',
  'madeSeries.mackeyGlassWatch': '接下来的值取决于 17 个时间步之前的值。窗口比这更短时，损失会变大。',

  'madeSeries.lorenz': 'Lorenz 系统',
  'madeSeries.lorenzWhat': 'x′ = 10(y − x)，y′ = x(28 − z) − y，z′ = xy − 8z/3，每 0.05 个时间单位取一个值。',
  'madeSeries.lorenzWatch': '网络看到 x，说出 z。x 的加权和做不到：把 x 和 y 的正负号都反过来，z 仍然不变。',

  'madeSeries.narma': 'NARMA-10',
  'madeSeries.narmaWhat':
    'y(t+1) = 0.3y(t) + 0.05y(t)·(y(t) + … + y(t−9)) + 1.5u(t−9)·u(t) + 0.1，u 在 0 到 0.5 之间随机抽取。',
  'madeSeries.narmaWatch': '相隔九个时间步的两个输入的乘积，是加权和没有、而网络必须学会的。',

  'madeSeries.randomWalk': '随机游走',
  'madeSeries.randomWalkWhat': 'x(t) = x(t − 1) + n(t)，其中 n(t) 在每个时间步都是一个新的标准正态随机数。',
  'madeSeries.randomWalkWatch': '没有什么比重复上一个值更好。诚实的回答是：它无法预测。',

  'madeSeries.sunspots': '太阳黑子',
  'madeSeries.sunspotsWhat': '从 1700 年到 2008 年每年的太阳黑子数：约 11 年一个循环，每次的高度不同。',
  'madeSeries.sunspotsWatch': '最后几个循环比训练部分的大多数都高：看看测试损失大了多少。',

  'madeSeries.nile': '尼罗河',
  'madeSeries.nileWhat': '从 1871 年到 1970 年尼罗河每年在阿斯旺的流量，单位为亿立方米。',
  'madeSeries.nileWatch': '只有一百个值，而且从 1899 年起水量变少，因此训练损失下降时，验证损失却上升。',

  'madeSeries.co2': '莫纳罗亚的 CO₂',
  'madeSeries.co2What': '从 1958 年到 2001 年夏威夷空气中每周的 CO₂ 含量，单位为 ppm；其中 59 周没有测量值。',
  'madeSeries.co2Watch': '它会升到训练部分从未有过的高度。网络没有见过这样的值，这一点看得出来。',

  'madeSeries.elNino': '厄尔尼诺',
  'madeSeries.elNinoWhat': '从 1950 年到 2010 年秘鲁外海每月的海面温度，单位为 °C。',
  'madeSeries.elNinoWatch': '季节变化很容易学。要看的是过暖的年份，例如 1983 年和 1998 年：能预先看出来吗？',
}
