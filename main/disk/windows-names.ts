/** Devices of MS-DOS: Windows takes these names for them in every folder, whatever ending stands behind. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i
/** What NTFS and the systems' calls keep for themselves; a colon leads to a hidden stream of another file. */
const FORBIDDEN = /[<>:"/\\|?*]|\p{Cc}/u

/**
 * Whether Windows has a file of this very name: no device, no character that it keeps for itself, and no dot or space at
 * the end, which it drops without a word. A part of a name before a dot or trailing spaces counts for a device.
 *
 * Source: "Naming Files, Paths, and Namespaces" in Microsoft's reference of Win32.
 *
 * @param name base name of a file
 */
export function isNameOnWindows(name: string): boolean {
  if (name === '' || FORBIDDEN.test(name) || /[. ]$/.test(name)) return false
  const [stem = ''] = name.split('.')
  return !DEVICE.test(stem.trimEnd())
}
