/** The polynomial of IEEE 802.3, its bits turned round. */
const POLYNOMIAL = 0xedb88320

/** CRC-32 as in zip, gzip and PNG, from 0 to 2³² − 1. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0)
  }
  return ~crc >>> 0
}
