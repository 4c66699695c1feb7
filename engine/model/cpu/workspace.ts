/**
 * Room for the numbers of one forward pass, taken in order and given back in reverse. Contents are whatever was there:
 * who takes room fills it.
 */
export interface Workspace {
  take(length: number): Float32Array;
  /** Gives back, afterwards, all that `work` took. */
  within(work: () => void): void;
}

/** Room out of the heap, left to the garbage collector. */
export const heapWorkspace: Workspace = {
  take: (length) => new Float32Array(length),
  within: (work) => work(),
};

/** Room out of a memory from byte `start` on; `workspaceBytes` of it are enough. */
export function memoryWorkspace(buffer: ArrayBufferLike, start: number): Workspace {
  let end = start;
  return {
    take(length) {
      const offset = end;
      end += aligned(length);
      return new Float32Array(buffer, offset, length);
    },
    within(work) {
      const before = end;
      work();
      end = before;
    },
  };
}

/** Bytes of so many f32, on a cache line. */
export function aligned(length: number): number {
  return Math.ceil(length / 16) * 64;
}
