import type { NameStyle } from '@contract/files/weight-formats'
import type { Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import type { Weights } from './named-weights'

/** A file in memory, by its base name. */
export type EncodedFile = { readonly name: string; readonly bytes: Uint8Array }

export type EncodeOptions = {
  /** The base name that was chosen: that of the first file. Others are named after it. */
  readonly name: string
  readonly names: NameStyle
}

/** A file that was chosen, and a way to those that lie beside it. */
export type GivenFile = {
  readonly bytes: Uint8Array
  /**
   * Reads a file of the same folder, or of one below it as `folder/name`. What asks for it comes from a file that anybody
   * may have made: any other path is refused.
   */
  readonly beside: (name: string) => Promise<Result<Uint8Array>>
}

/**
 * One format of weight files: bytes in, bytes out. Neither throws, whatever it is given; sentences are for `nameFile`.
 */
export type WeightCodec = {
  /**
   * Writes weights down. Fails with `weights-mismatch` where the format has no such function as the network.
   *
   * @returns the files, first the one whose name was chosen
   */
  readonly encode: (weights: Weights, options: EncodeOptions) => Promise<Result<readonly EncodedFile[]>>
  /**
   * Reads weights, strictly: nothing is allocated that the file is not known to hold. Fails with `file-not-weights` or
   * `weights-mismatch`.
   *
   * @param fallback settings for a file that brings none; the network is always the file's own
   */
  readonly decode: (file: GivenFile, fallback: RunConfig) => Promise<Result<Weights>>
}
