/** What lies between the times of a series: milliseconds for dates, else in a unit of its own. */
export type Intervals =
  /** There are no times, or fewer than two. */
  | { readonly kind: 'none' }
  /** None is off the median by more than 1 %. */
  | { readonly kind: 'regular'; readonly interval: number }
  /** Always as many months of the calendar; 12 for years. */
  | { readonly kind: 'calendar'; readonly months: number }
  | {
      readonly kind: 'irregular'
      readonly median: number
      /** The share of intervals that are off the median by more than 1 %, above 0 and up to 1. */
      readonly offShare: number
      /** The greatest interval, and the time step that it comes after; the first is 0. */
      readonly greatest: number
      readonly after: number
    }
