// What an addon is linked against in place of the libraries of the other system, which are hundreds of megabytes: texts
// that have the names in them and nothing else.

/**
 * The export list of a Windows DLL, of which zig makes an import library.
 *
 * @param {string} library
 * @param {readonly string[]} names
 * @returns {string}
 */
export function exportList(library, names) {
  return [`LIBRARY ${library}`, 'EXPORTS', ...names, ''].join('\n')
}

/**
 * A text-based stub of a library for macOS. The version 0 is what TensorFlow's own libraries have: the loader refuses a
 * library that is older than the one which was linked against.
 *
 * @param {string} library
 * @param {readonly string[]} names
 * @returns {string}
 */
export function textStub(library, names) {
  return [
    '--- !tapi-tbd',
    'tbd-version: 4',
    'targets: [ arm64-macos ]',
    `install-name: '@rpath/${library}'`,
    'current-version: 0',
    'compatibility-version: 0',
    'exports:',
    '  - targets: [ arm64-macos ]',
    `    symbols: [ ${names.map((name) => `_${name}`).join(', ')} ]`,
    '...',
    '',
  ].join('\n')
}

/**
 * The source of a shared library for Linux with functions of these names.
 *
 * @param {readonly string[]} names
 * @returns {string} C
 */
export function emptyFunctions(names) {
  return names.map((name) => `void ${name}(void) {}\n`).join('')
}

/**
 * The source of Node's functions for Windows: each a jump through a pointer, which is filled from the running program when
 * the addon is loaded. It does what node-gyp's delay-load hook does, but needs no import library of node.exe, and works
 * whatever the program is called.
 *
 * @param {readonly string[]} names
 * @returns {string} C, with a line of assembly a name
 */
export function lookedUp(names) {
  return `#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
${names.map((name) => `void *p_${name};`).join('\n')}
${names.map((name) => `__asm__(".globl ${name}\\n${name}:\\n\\tjmpq *p_${name}(%rip)\\n");`).join('\n')}
static void find(void **to, HMODULE in, const char *name) {
  *to = (void *)GetProcAddress(in, name);
  if (!*to) { fprintf(stderr, "tfjs_binding: this program has no %s\\n", name); abort(); }
}
__attribute__((constructor)) static void find_all(void) {
  HMODULE program = GetModuleHandleW(NULL);
${names.map((name) => `  find(&p_${name}, program, "${name}");`).join('\n')}
}
`
}
