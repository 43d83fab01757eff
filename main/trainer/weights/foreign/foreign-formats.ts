/** How files begin that a person may well take for weights, and what to tell of them. */
const FORMATS: readonly { readonly begins: readonly number[]; readonly what: string }[] = [
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    what: 'it is a zip archive; what numpy.savez has written needs the ending .npz, a model of Keras .keras, and what torch.save has written must be written with safetensors.torch.save_file',
  },
  {
    begins: [0x80, 0x02],
    what: 'it is a Python pickle, such as older versions of torch.save write; in PyTorch, write it with safetensors.torch.save_file',
  },
  {
    begins: [0x89, 0x48, 0x44, 0x46],
    what: 'it is an HDF5 file, such as Keras writes; if it is one of Keras 3, give its name the ending .weights.h5',
  },
  {
    begins: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59],
    what: 'it is a single array of NumPy; write all of them into one .npz file with numpy.savez',
  },
  { begins: [0x89, 0x50, 0x4e, 0x47], what: 'it is a PNG picture' },
  { begins: [0x7b], what: 'it is a JSON text' },
]

/**
 * Tells by its first bytes what a file is that is not safetensors, as the end of a sentence; null if unknown.
 */
export function foreignFormat(bytes: Uint8Array): string | null {
  return FORMATS.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte))?.what ?? null
}
