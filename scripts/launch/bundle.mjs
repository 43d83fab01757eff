import { isAbsolute, join, relative, resolve } from 'node:path'

/**
 * Bundles entries of ours with the sources they need, as Node cannot run TypeScript; packages stay imports.
 *
 * @param {string} root
 * @param {string} outDir emptied first
 * @param {Readonly<Record<string, string>>} entries from the root, by the names that their bundles get
 * @param {string} [chunks] how what several of them share is called, in that folder
 * @returns {Promise<string[]>} the sources that are in them, from the root
 */
export async function bundleForNode(root, outDir, entries, chunks) {
  // Loaded only here: most commands find their bundle made.
  const { build } = await import('vite')
  /** Not only what is left in the bundles: of a module of constants nothing may be, and yet it is what they are made of. */
  const sources = new Set()
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'sources',
        moduleParsed: ({ id }) => {
          // What the bundler makes up has no file.
          if (isAbsolute(id)) sources.add(relative(root, id))
        },
      },
    ],
    resolve: { alias: { '@contract': resolve(root, 'preload/contract') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        ...(chunks !== undefined && { output: { chunkFileNames: chunks } }),
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
      },
    },
  })
  return [...sources].sort()
}
