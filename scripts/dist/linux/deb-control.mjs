import { packageDependencies } from '../../setup/host/system-libraries.mjs'

/**
 * What the Debian package says of itself.
 *
 * @param {{ version: string, bytes: number, processor: 'x64' | 'arm64' }} facts `bytes` is the size of what is installed
 * @returns {string}
 */
export function controlFile({ version, bytes, processor }) {
  // The C and C++ libraries are those that TensorFlow was built against.
  const depends = ['libc6 (>= 2.28)', 'libstdc++6 (>= 8)', 'libgcc-s1', ...packageDependencies()]
  return [
    'Package: unroll',
    `Version: ${version}`,
    `Architecture: ${debianName(processor)}`,
    'Maintainer: The Unroll authors <authors@unroll.invalid>',
    `Installed-Size: ${Math.ceil(bytes / 1024)}`,
    `Depends: ${depends.join(', ')}`,
    'Recommends: xdg-utils, shared-mime-info, hicolor-icon-theme, desktop-file-utils, fonts-noto-cjk',
    'Section: education',
    'Priority: optional',
    'Description: Watch a recurrent network learn a curve',
    ' One update at a time, computed natively by TensorFlow on your own machine. Nothing',
    ' leaves it: once installed, the app works offline. The same trainer runs in a',
    ' terminal: unroll train, unroll compare, unroll convert.',
    '',
  ].join('\n')
}

/** @param {'x64' | 'arm64'} processor */
export function debianName(processor) {
  return processor === 'x64' ? 'amd64' : processor
}
