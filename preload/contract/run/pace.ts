/** Updates a second, or as many as the machine can. */
export type Pace = number | 'max'

/** The paces a person can choose; 20 a second is the lesson's (a pause of 0.05 s after each update). */
export const PACES: readonly Pace[] = [1, 2, 5, 10, 20, 50, 100, 'max']
export const LESSON_PACE: Pace = 20
