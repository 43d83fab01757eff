import { expect, test } from 'vitest'
import { placeInEntry } from '../../../scripts/setup/parts/tensorflow.mjs'
import { platformOf, platforms } from '../../../scripts/setup/pins/platforms.mjs'

const JAR = 'org/tensorflow/internal/c_api/windows-x86_64'

/** Names as they stand in the archives that are pinned, and where each has to be in the cache. */
test.each([
  ['linux-x64', 'tensorflow/libtensorflow_cc.so.2', 'lib/libtensorflow_cc.so.2'],
  ['linux-x64', 'tensorflow/include/tensorflow/c/eager/c_api.h', 'include/tensorflow/c/eager/c_api.h'],
  ['linux-x64', 'tensorflow/include/xla/tsl/c/tsl_status.h', 'include/xla/tsl/c/tsl_status.h'],
  ['linux-x64', 'tensorflow/include/Eigen/Core', undefined],
  ['linux-x64', 'tensorflow/python/__init__.py', undefined],
  ['linux-arm64', 'tensorflow/libtensorflow_framework.so.2', 'lib/libtensorflow_framework.so.2'],
  ['darwin-arm64', 'tensorflow/libtensorflow_cc.2.dylib', 'lib/libtensorflow_cc.2.dylib'],
  ['darwin-arm64', 'tensorflow/libtensorflow_framework.2.dylib', 'lib/libtensorflow_framework.2.dylib'],
  ['win32-x64', `${JAR}/tensorflow.dll`, 'lib/tensorflow.dll'],
  ['win32-x64', `${JAR}/msvcp140.dll`, 'lib/msvcp140.dll'],
  ['win32-x64', `${JAR}/vcruntime140_1.dll`, 'lib/vcruntime140_1.dll'],
  // Java's own bridge, and what Windows 10 has itself.
  ['win32-x64', `${JAR}/jnitensorflow.dll`, undefined],
  ['win32-x64', `${JAR}/ucrtbase.dll`, undefined],
])('of the archive for %s, %s goes to %s', (system, path, place) => {
  expect(placeInEntry(platformOf(system)?.library.take ?? [], path)).toBe(place)
})

test('every pin has a hash of its kind, a size and an address of its version', () => {
  for (const { electron, library } of Object.values(platforms)) {
    expect(electron.source).toContain(`/v${electron.version}/electron-v${electron.version}-`)
    expect(library.hash).toMatch(/^sha256-[\w+/]{43}=$/)
    expect(library.bytes).toBeGreaterThan(200_000_000)
    if ('wheel' in library) {
      expect(library.wheel.spec).toMatch(new RegExp(`==${library.version}$`))
      expect(library.source).toContain(`-${library.version}-cp311-cp311-${library.wheel.platform}.whl`)
    }
    if ('fallback' in electron) {
      expect(electron.fallback.spec).toContain(`@${electron.version}`)
      expect(electron.fallback.hash).toMatch(/^sha512-[\w+/]{86}==$/)
    }
  }
  expect(platformOf('toString')).toBeUndefined()
})
