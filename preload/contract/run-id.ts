/**
 * What a run is known by, as long as it is kept: everything that is asked of a run, and everything that is told of one, names it.
 * An alias, not a type of its own: ids are drawn in one place (`randomUUID`), read back from files in another, and compared
 * for the rest; nobody makes one out of another text.
 */
export type RunId = string
