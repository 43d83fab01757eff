/** How many earlier runs are kept beside the present one. */
export const MAX_EARLIER_RUNS = 10

/**
 * Bytes that earlier runs and the series that they learn may take on the disk, all together: 2 GB. A run of the lesson takes some kilobytes, the largest
 * there can be a quarter of a gigabyte, most of it its curves.
 */
export const MAX_EARLIER_BYTES = 2_000_000_000
