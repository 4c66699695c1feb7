/**
 * Device-ready bytes of random weights made in seconds: each kind of matrix is packed once, for its first layer, and stands
 * for those of all layers. The device still reads every byte from a place of its own, so speed does not change.
 */
import type { PieceStore } from '#engine/formats/pack/piece-store.ts';

export function repeatedPieces(): PieceStore {
  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    piece(name, byteLength, make) {
      const key = `${kindOf(name)} ${byteLength}`;
      const piece = made.get(key) ?? make();
      made.set(key, piece);
      return piece;
    },
  };
}

/** "model.layers.3.mlp.up_proj.weight 21" → "mlp.up_proj.weight": whichever layer, whichever piece. */
function kindOf(name: string): string {
  return name.replaceAll(/model\.layers\.\d+\./g, '').replace(/ \d+$/, '');
}
