import { counted } from '../../english'
import type { Words } from '../../words'
import { short } from '../run/figures'

/** The network as a system that moves by itself: eigenvalues, its way through the states, phase portrait. */
export const dynamics = {
  'dynamics.view': 'Dynamics',
  'dynamics.title': 'How a state answers to the one before it',
  'dynamics.picture':
    'Eigenvalues of the recurrent kernel and of the Jacobian in the complex plane, with the unit circle',
  'dynamics.real': 'real part',
  'dynamics.imaginary': 'imaginary part',
  'dynamics.keyJacobian': 'Jacobian',
  'dynamics.keyKernel': 'recurrent kernel',
  'dynamics.keyCandidate': 'recurrent kernel of the candidate',
  'dynamics.keyCircle': 'unit circle',
  'dynamics.dies': ({ factor }: { factor: number }, words: Words) =>
    `Over this window a small change of the state shrinks, to ${short(factor, words)} times its size each time step: the layer forgets.`,
  'dynamics.keeps': ({ factor }: { factor: number }, words: Words) =>
    `Over this window a small change of the state keeps about its size, ${short(factor, words)} times each time step: the layer remembers.`,
  'dynamics.grows': ({ factor }: { factor: number }, words: Words) =>
    `Over this window a small change of the state grows, to ${short(factor, words)} times its size each time step: states that are near each other part.`,
  'dynamics.mustVanish':
    'The largest singular value of the recurrent kernel is below 1 and the activation is nowhere steeper than 1: so the gradient must vanish with the distance. That much is certain (Pascanu, Mikolov and Bengio 2013).',
  'dynamics.mayGrow':
    'The largest singular value of the recurrent kernel is 1 or more: an exploding gradient is possible by this, but does not follow from it (Pascanu, Mikolov and Bengio 2013).',
  'dynamics.gated':
    'Gates decide anew at each time step how much of the state goes on, so nothing certain follows from the kernel. Shown of it is the block for the candidate; what counts is the Jacobian.',
  'dynamics.help':
    'The Jacobian is how the whole state after the time step answers to the state before it, what comes from below held fixed. An eigenvalue inside of the circle shrinks its direction, one outside lengthens it, as long as all time steps are like this one; they are not, so the circle alone says nothing certain of a nonlinear network. The growth rate takes all of them together.',
  'dynamics.kernelFigures': (at: { radius: number | null; stretch: number | null }, words: Words) =>
    `recurrent kernel: spectral radius ${short(at.radius, words)}   largest singular value ${short(at.stretch, words)}`,
  'dynamics.jacobianFigures': (
    at: { step: number; radius: number | null; stretch: number | null },
    words: Words,
  ) =>
    `Jacobian at time step ${words.number(at.step)}: spectral radius ${short(at.radius, words)}   largest singular value ${short(at.stretch, words)}`,
  'dynamics.growthFigure': ({ rate }: { rate: number | null }, words: Words) =>
    `growth rate λ ${rate === Number.NEGATIVE_INFINITY ? '−∞' : short(rate, words)} a time step`,
  'dynamics.tooLarge': ({ size }: { size: number }) =>
    `The state has ${counted(size, 'number')}: what is missing here would take too long to compute.`,
  'dynamics.notFinite':
    'Numbers of this network are not finite any more: nothing can be told. Go back to an earlier update.',
  'dynamics.matrix': 'matrix',
  'dynamics.pathTitle': 'The way through the states',
  'dynamics.pathPicture':
    'The hidden states of the window in the plane of their first two principal components',
  'dynamics.component': ({ number, share }: { number: number; share: number }, words: Words) =>
    `component ${words.number(number)} (${words.significant(100 * share, 3)}%)`,
  'dynamics.componentColumn': ({ number }: { number: number }, words: Words) =>
    `component ${words.number(number)}`,
  'dynamics.pathSummary': (at: { update: number; share: number }, words: Words) =>
    `The plane was fitted at update ${words.number(at.update)} and stays as it is; ${words.significant(100 * at.share, 3)}% of how these states differ lies in it.`,
  'dynamics.fitAnew': 'Fit anew',
  'dynamics.pathHelp':
    'Each point is the hidden state after a time step, from dark to light; the square is the state that came into the window, the diamond the one that leaves it. Both axes have the same scale.',
  'dynamics.pathStill': 'The states of this window do not differ: there is no way to draw.',
  'dynamics.pathReading': (at: { step: number; x: string; y: string }, words: Words) =>
    `time step ${words.number(at.step)}   component 1 ${at.x}   component 2 ${at.y}`,
  'dynamics.planeTooLarge': ({ steps, units }: { steps: number; units: number }) =>
    `Principal components of ${counted(steps, 'time step')} of ${counted(units, 'unit')} would take too long to compute.`,
  'dynamics.phaseTitle': 'Phase portrait',
  'dynamics.phasePicture': 'Target and prediction over the input, or over themselves one time step before',
  'dynamics.phaseOver': 'Over what',
  'dynamics.phaseInput': 'over the input',
  'dynamics.phaseDelay': 'over the time step before',
  'dynamics.phaseHelp':
    'Time is not drawn: the curves go through the points in their order. A prediction that is right lies on the target.',
  'dynamics.axisInput': 'input',
  'dynamics.axisBefore': 'output one time step before',
  'dynamics.output': 'output',
}
