/** The series that the app makes or brings along: what each is, and what to watch while it is learned. */
export const madeSeries = {
  'madeSeries.square': 'Square wave',
  'madeSeries.squareWhat': '1 for ten time steps, then −1 for ten time steps, again and again.',
  'madeSeries.squareWatch':
    'The network must count: a jump tells it when the next one comes. What it gets wrong are the time steps beside a jump.',

  'madeSeries.saw': 'Saw-tooth wave',
  'madeSeries.sawWhat': 'x(t) = 2·(t mod 25)/24 − 1: evenly up from −1 to 1, then back at once.',
  'madeSeries.sawWatch':
    'The value alone tells when the fall comes, so little memory is needed. The sharp corner is what is learned last.',

  'madeSeries.sines': 'Sum of sines',
  'madeSeries.sinesWhat': 'x(t) = sin(2πt/50) + 0.5·sin(2πt/17) + 0.25·sin(2πt/7).',
  'madeSeries.sinesWatch':
    'A weighted sum of the last six values gives the next one exactly: no network can be better than that.',

  'madeSeries.am': 'Amplitude modulation',
  'madeSeries.amWhat': 'x(t) = (1 + 0.8·sin(2πt/120))·sin(2πt/10): a sine whose height swings.',
  'madeSeries.amWatch':
    'It looks harder than it is: this product is a sum of three sines, for which the last six values are enough.',

  'madeSeries.fm': 'Frequency modulation',
  'madeSeries.fmWhat': 'x(t) = sin(2πt/5 + 8·sin(2πt/50)): a sine that is fast and slow in turn.',
  'madeSeries.fmWatch':
    'No weighted sum of a few values is enough, as the weights would have to change with the frequency: here a network can win.',

  'madeSeries.chirp': 'Chirp',
  'madeSeries.chirpWhat':
    'x(t) = sin(2π·(t/100 + 9t²/800,000)): a sine whose period shrinks from 100 time steps to 10.',
  'madeSeries.chirpWatch':
    'The training part has the slow periods, the test part fast ones that the network has never seen: All figures has the RMSE of both.',

  'madeSeries.delay': 'Delay',
  'madeSeries.delayWhat':
    'The input is white noise from −1 to 1, the output the same five time steps later: output(t) = input(t − 5).',
  'madeSeries.delayWatch':
    'Only memory helps: the network must keep five numbers in its hidden state. With four hidden units half of the error stays.',

  'madeSeries.adding': 'Adding task',
  'madeSeries.addingWhat':
    'In each sequence 20 numbers from 0 to 1, two of them marked; at its end the sum of those two.',
  'madeSeries.addingWatch':
    'Always saying 1 gives a loss of 0.167. An LSTM leaves that behind in some hundred updates; try a simple RNN as well.',

  'madeSeries.copy': 'Copy task',
  'madeSeries.copyWhat':
    'Five symbols, each 1 or −1, ten time steps of nothing, then the same five once more.',
  'madeSeries.copyWatch':
    'Always saying 0 gives a loss of 1. The gradient must reach back 15 time steps, through ten in which nothing comes.',

  'madeSeries.noisySine': 'Noisy sine',
  'madeSeries.noisySineWhat':
    'x(t) = sin(2πt/25) + 0.3·n(t), where n(t) is a new standard normal number at every time step.',
  'madeSeries.noisySineWatch':
    'No prediction can have a loss below that of the noise, 0.09. What falls below it in training was learned by heart.',

  'madeSeries.mackeyGlass': 'Mackey-Glass equation',
  'madeSeries.mackeyGlassWhat':
    'x′(t) = 0.2·x(t − 17)/(1 + x(t − 17)^10) − 0.1·x(t): a delay that makes chaos.',
  'madeSeries.mackeyGlassWatch':
    'What comes next depends on what was 17 time steps ago. Make the window shorter than that, and the loss grows.',

  'madeSeries.lorenz': 'Lorenz system',
  'madeSeries.lorenzWhat': 'x′ = 10(y − x), y′ = x(28 − z) − y, z′ = xy − 8z/3, every 0.05 units of time.',
  'madeSeries.lorenzWatch':
    'The network sees x and says z. A weighted sum of x cannot: change the signs of x and y, and z stays what it was.',

  'madeSeries.narma': 'NARMA-10',
  'madeSeries.narmaWhat':
    'y(t+1) = 0.3y(t) + 0.05y(t)·(y(t) + … + y(t−9)) + 1.5u(t−9)·u(t) + 0.1, with u drawn from 0 to 0.5.',
  'madeSeries.narmaWatch':
    'The product of two inputs nine time steps apart is what a weighted sum does not have and a network must learn.',

  'madeSeries.randomWalk': 'Random walk',
  'madeSeries.randomWalkWhat':
    'x(t) = x(t − 1) + n(t), where n(t) is a new standard normal number at every time step.',
  'madeSeries.randomWalkWatch':
    'Nothing is better than to say the last value again. The honest answer is that it cannot be predicted.',

  'madeSeries.sunspots': 'Sunspots',
  'madeSeries.sunspotsWhat':
    'Sunspot numbers of the years from 1700 to 2008: cycles of about 11 years, each of another height.',
  'madeSeries.sunspotsWatch':
    'The last cycles are higher than most of the training part: look how much larger the test loss is.',

  'madeSeries.nile': 'Nile',
  'madeSeries.nileWhat':
    'How much water the Nile carried at Aswan in each year from 1871 to 1970, in hundred million cubic metres.',
  'madeSeries.nileWatch':
    'With a hundred values, and less water from 1899 on, the training loss falls while the validation loss rises.',

  'madeSeries.co2': 'CO₂ at Mauna Loa',
  'madeSeries.co2What':
    'CO₂ in the air of Hawaii in each week from 1958 to 2001, in ppm; in 59 weeks none was measured.',
  'madeSeries.co2Watch':
    'It grows beyond all that the training part has. The network has never seen such values, and it shows.',

  'madeSeries.elNino': 'El Niño',
  'madeSeries.elNinoWhat':
    'The temperature of the sea’s surface off Peru in each month from 1950 to 2010, in °C.',
  'madeSeries.elNinoWatch':
    'The season is easy. What counts are the years that are too warm, as 1983 and 1998: are they seen to come?',
}
