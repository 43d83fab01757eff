import { join, resolve } from 'node:path'

const entries = ['bench', 'worker', 'soak']

/**
 * Bundles the benchmark's entries with the trainer's sources, as Node cannot run TypeScript; packages stay imports.
 *
 * @param {string} root
 * @returns {Promise<string>} the folder with the bundles
 */
export async function bundleBench(root) {
  const { build } = await import('vite')
  const outDir = join(root, 'out/bench')
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
        input: Object.fromEntries(entries.map((name) => [name, join(root, `test/bench/${name}.ts`)])),
      },
    },
  })
  return outDir
}
