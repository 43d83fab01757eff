import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** How a fuse is written into a program: as the digits 0 and 1. */
const [DISABLE, ENABLE] = [48, 49]

/** What electron-builder.yml asks for: docs/security.md says why. */
const wanted = /** @type {const} */ ({
  RunAsNode: DISABLE,
  EnableCookieEncryption: ENABLE,
  EnableNodeOptionsEnvironmentVariable: DISABLE,
  EnableNodeCliInspectArguments: DISABLE,
  EnableEmbeddedAsarIntegrityValidation: ENABLE,
  OnlyLoadAppFromAsar: ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: DISABLE,
  GrantFileProtocolExtraPrivileges: DISABLE,
})

/**
 * The fuses of a program that are not as they should be, by their names.
 *
 * @param {string} program
 * @returns {Promise<string[]>}
 */
export async function wrongFuses(program) {
  const wire = await getCurrentFuseWire(program)
  return Object.entries(wanted).flatMap(([name, state]) =>
    wire[FuseV1Options[/** @type {keyof typeof wanted} */ (name)]] === state ? [] : [name],
  )
}
