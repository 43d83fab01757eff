/** How files begin that a person may well take for weights, and what to tell of them. */
const FORMATS: readonly { readonly begins: readonly number[]; readonly what: string }[] = [
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    what: 'it is a zip archive, such as torch.save writes; in PyTorch, write it with safetensors.torch.save_file',
  },
  {
    begins: [0x80, 0x02],
    what: 'it is a Python pickle, such as older versions of torch.save write; in PyTorch, write it with safetensors.torch.save_file',
  },
  { begins: [0x89, 0x48, 0x44, 0x46], what: 'it is an HDF5 file, such as Keras writes' },
  { begins: [0x89, 0x50, 0x4e, 0x47], what: 'it is a PNG picture' },
  { begins: [0x7b], what: 'it is a JSON text' },
]

/**
 * Tells by its first bytes what a file is that is not safetensors, as the end of a sentence; null if unknown.
 */
export function foreignFormat(bytes: Uint8Array): string | null {
  return FORMATS.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte))?.what ?? null
}
