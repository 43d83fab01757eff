import { join, resolve } from 'node:path'

/**
 * Bundles entries of ours with the sources they need, as Node cannot run TypeScript; packages stay imports.
 *
 * @param {string} root
 * @param {string} outDir emptied first
 * @param {Readonly<Record<string, string>>} entries from the root, by the names that their bundles get
 */
export async function bundleForNode(root, outDir, entries) {
  // Loaded only here: most commands find their bundle made.
  const { build } = await import('vite')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@contract': resolve(root, 'preload/contract') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
      },
    },
  })
}
