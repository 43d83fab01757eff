import { join, resolve } from 'node:path'

const entries = ['make', 'read']

/**
 * Bundles what writes and reads the files with the trainer's sources, as Node cannot run TypeScript; packages stay
 * imports.
 *
 * @param {string} root
 * @returns {Promise<string>} the folder with the bundles
 */
export async function bundleInterop(root) {
  const { build } = await import('vite')
  const outDir = join(root, 'out/interop')
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
        input: Object.fromEntries(entries.map((name) => [name, join(root, `test/interop/${name}.ts`)])),
      },
    },
  })
  return outDir
}
