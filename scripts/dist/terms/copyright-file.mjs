/**
 * @typedef {{ files: string, copyright: string, name: string, text: string }} Component
 *   what the terms are of, whose it is, a short name for them (with no space), and their text
 */

/**
 * The terms of everything in a package, in Debian's machine-readable format.
 *
 * @param {readonly Component[]} components the first for whatever no other names
 * @returns {string}
 */
export function copyrightFile(components) {
  const header = [
    'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
    'Upstream-Name: Unroll',
    'Comment: npm packages and series stand inside /opt/unroll/resources/app.asar, or in its bundles;',
    ' their files are named as they lie in node_modules and in the sources.',
  ]
  const stanzas = components.map(({ files, copyright, name, text }) =>
    [`Files: ${files}`, field('Copyright', copyright), field(`License: ${name}`, text, true)].join('\n'),
  )
  return `${[header.join('\n'), ...stanzas].join('\n\n')}\n`
}

/**
 * A field of several lines: each further one begins with a space, and an empty one is a dot.
 *
 * @param {string} name with its value, if that stands on the first line
 * @param {string} text
 * @param {boolean} [below] whether the text begins on the next line
 */
function field(name, text, below = false) {
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((line) => (line.trim() === '' ? ' .' : ` ${line.trimEnd()}`))
  return below ? [name, ...lines].join('\n') : `${name}:${lines.join('\n')}`
}
