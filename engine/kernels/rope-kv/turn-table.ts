/** The angles of rotary position embedding, computed in f64: WGSL's sin and cos lose precision at large positions. */

/** (cos, sin) [contextLength][headDim / 2]: pair j turns by position * theta^(-2j / headDim). */
export function turnTable(contextLength: number, headDim: number, theta: number): Float32Array<ArrayBuffer> {
  const half = headDim / 2;
  const turns = new Float32Array(contextLength * half * 2);
  for (let j = 0; j < half; j++) {
    const frequency = theta ** (-j / half);
    for (let position = 0; position < contextLength; position++) {
      const at = (position * half + j) * 2;
      turns[at] = Math.cos(position * frequency);
      turns[at + 1] = Math.sin(position * frequency);
    }
  }
  return turns;
}
