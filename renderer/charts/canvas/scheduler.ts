/** Draws something once; answers whether it wants to draw again in the next frame (something still moves). */
export type Draw = () => boolean

/**
 * When something is drawn: in the `next` frame, for what a person has done and for what can be followed by the eye; `in-turn`,
 * one such thing a frame, and all together for a part of the time alone, for pictures of what goes on faster than that; or
 * together with all others that are `read`, no more often than numbers can be.
 */
export type When = 'next' | 'in-turn' | 'read'

/** One thing that is drawn. */
export type Drawer = {
  /**
   * Asks for one draw: in the next frame, if nothing else is said; asking again before it can only bring it forward. What
   * something that is drawn in its turn asks for waits for its turn as well.
   */
  readonly request: (when?: When) => void
  readonly remove: () => void
}

/** The page's one clock for drawing. */
export type Scheduler = {
  /** Adds what is drawn in no time, as a label or a number is. */
  readonly add: (draw: Draw) => Drawer
  /** Adds what takes some milliseconds, as a chart does: a frame that has no time left leaves it to the one after that. */
  readonly addPicture: (draw: Draw) => Drawer
}

/** What the scheduler needs of the browser. */
export type Frames = {
  readonly requestFrame: (callback: () => void) => void
  readonly hidden: () => boolean
  /** Milliseconds since some fixed moment. */
  readonly now: () => number
  /** Calls back when the page is shown again. */
  readonly onShown: (callback: () => void) => void
  /** Calls back when a person presses a button or a key. */
  readonly onPress: (callback: () => void) => void
}

/** The frames of this window. */
export function windowFrames(): Frames {
  return {
    requestFrame: (callback) => void requestAnimationFrame(callback),
    hidden: () => document.hidden,
    now: () => performance.now(),
    onShown: (callback) =>
      document.addEventListener('visibilitychange', () => {
        if (!document.hidden) callback()
      }),
    onPress: (callback) => {
      for (const kind of ['pointerdown', 'click', 'keydown'])
        addEventListener(kind, callback, { capture: true })
    },
  }
}

/**
 * Milliseconds of a frame after which no picture more is begun in it, though one always is. A press waits for the end of the frame that it
 * falls into: all charts together would take longer than what a person calls at once.
 */
const TIME_FOR_PICTURES = 8
/** Milliseconds from one number to the next: faster nobody reads, and each costs the training some of its time. */
const READABLE = 66
/** Part of the time that may go into what is drawn in turn: the rest is for training, and for what a person does. */
const SHARE = 0.1
/** Milliseconds after which the next one has its turn, however long the last one took: a picture stays alive on any machine. */
const LONGEST_WAIT = 100

/**
 * However often charts and numbers change, each is drawn at most once a frame, and not at all while nobody can see the page.
 * What is drawn in the next frame is drawn in the same one, apart from pictures for which it has no time.
 */
export function createScheduler(frames: Frames): Scheduler {
  const lanes: { readonly [Lane in When]: Set<Draw> } = {
    next: new Set(),
    // The one that was drawn longest ago is the first.
    'in-turn': new Set(),
    read: new Set(),
  }
  const all = Object.values(lanes)
  const pictures = new Set<Draw>()
  /** What is in the next frame because it still moves, and for nothing else: it may as well wait for its turn. */
  const moving = new Set<Draw>()
  let asked = false
  let pressed = false
  /** The first of the frames in a row that answer presses while something waits behind them; null where none does. */
  let answersSince: number | null = null
  let isTurn = false
  let turnAt = Number.NEGATIVE_INFINITY
  let readAt = Number.NEGATIVE_INFINITY

  const asks = () => all.some(({ size }) => size > 0)

  function ask() {
    if (asked || !asks() || frames.hidden()) return
    asked = true
    frames.requestFrame(run)
  }

  function request(draw: Draw, wanted: When) {
    const when = isTurn && wanted === 'next' ? 'in-turn' : wanted
    const lane = lanes[when]
    if (when === 'next') for (const other of all) other !== lane && other.delete(draw)
    else if (when === 'in-turn' && moving.has(draw)) lanes.next.delete(draw)
    else if (lanes.next.has(draw)) return
    moving.delete(draw)
    lane.add(draw)
    ask()
  }

  function run() {
    asked = false
    if (frames.hidden()) return
    const now = frames.now()
    if (now - readAt >= READABLE && lanes.read.size > 0) {
      readAt = now
      for (const draw of lanes.read) lanes.next.add(draw)
      lanes.read.clear()
    }
    // The frame after a press is its answer's alone: what it shows must not wait for a picture. A click is two presses, and a key that is
    // held many, so pictures wait for some of them and not for ever.
    const isAnswer = pressed && now - (answersSince ?? now) < LONGEST_WAIT
    pressed = false
    const hasTime = () => !isAnswer && frames.now() - now < TIME_FOR_PICTURES
    drawNext(!isAnswer, hasTime)
    if (now >= turnAt && hasTime()) drawInTurn()
    answersSince = isAnswer && asks() ? (answersSince ?? now) : null
    ask()
  }

  function drawNext(withPictures: boolean, hasTime: () => boolean) {
    const { next } = lanes
    const drawn = new Set<Draw>()
    const again = new Set<Draw>()
    let hasPicture = false
    // What a draw asks for is drawn in the same frame, unless it has been drawn in it already.
    for (;;) {
      const draw = firstOf(next, hasPicture ? hasTime() : withPictures)
      if (!draw) break
      hasPicture ||= pictures.has(draw)
      next.delete(draw)
      moving.delete(draw)
      if (drawn.has(draw) || (drawn.add(draw) && draw())) again.add(draw)
    }
    // Behind the pictures that found no time.
    for (const draw of again) {
      next.add(draw)
      moving.add(draw)
    }
  }

  /** What comes before all pictures, or else the picture that waits longest, where one may be drawn. */
  function firstOf(lane: ReadonlySet<Draw>, withPictures: boolean): Draw | undefined {
    let picture: Draw | undefined
    for (const draw of lane) {
      if (!pictures.has(draw)) return draw
      picture ??= draw
    }
    return withPictures ? picture : undefined
  }

  function drawInTurn() {
    const turns = lanes['in-turn']
    const [draw] = turns
    if (!draw) return
    turns.delete(draw)
    const began = frames.now()
    isTurn = true
    try {
      if (draw()) turns.add(draw)
    } finally {
      isTurn = false
    }
    turnAt = began + Math.min((frames.now() - began) / SHARE, LONGEST_WAIT)
  }

  frames.onShown(ask)
  frames.onPress(() => {
    pressed = true
  })

  function drawerOf(draw: Draw): Drawer {
    return {
      request: (when = 'next') => request(draw, when),
      remove: () => {
        for (const set of [...all, moving, pictures]) set.delete(draw)
      },
    }
  }

  return {
    add: drawerOf,
    addPicture(draw) {
      pictures.add(draw)
      return drawerOf(draw)
    },
  }
}
