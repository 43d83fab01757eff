import { join } from 'node:path'
import { places } from '../setup/paths.mjs'

/** @param {string} path inside node_modules */
const inPackages = (path) => join(places.nodeModules, path)

/** The programs of the npm packages, each to be run by this very Node. */
export const tools = {
  biome: inPackages('@biomejs/biome/bin/biome'),
  electronBuilder: inPackages('electron-builder/cli.js'),
  electronVite: inPackages('electron-vite/bin/electron-vite.js'),
  playwright: inPackages('@playwright/test/cli.js'),
  tsc: inPackages('typescript/bin/tsc'),
  vitest: inPackages('vitest/vitest.mjs'),
}
