/**
 * Where device-ready bytes come from: made from the checkpoint, or kept from an earlier load. A load asks for the same
 * pieces in the same order each time. Knows no format of what is in them.
 */

export interface PieceStore {
  /**
   * The `byteLength` bytes kept under `name`, or those that `make` gives; valid until the next piece is asked for.
   * @throws PackDamaged when what was kept cannot be trusted: the load starts again without it.
   */
  piece(name: string, byteLength: number, make: () => Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}

/** Keeps nothing. */
export const freshPieces: PieceStore = { piece: (_name, _byteLength, make) => make() };
