/** What is used of jstat, which brings no types. */
declare module 'jstat' {
  const jStat: {
    /** The complementary error function, to about 1e-16. */
    readonly erfc: (x: number) => number
  }

  export = jStat
}
