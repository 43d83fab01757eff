/** A promise with its resolve beside it: Node 20, which runs the tests, has no `Promise.withResolvers`. */
export type Deferred<T> = { readonly promise: Promise<T>; readonly resolve: (value: T) => void }

export function defer<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((given) => {
    resolve = given
  })
  return { promise, resolve }
}

/** Resolves after this many milliseconds. */
export function after(milliseconds: number): Promise<void> {
  return new Promise((end) => setTimeout(end, milliseconds))
}
