// A head's channels turned to their position: channels j and j + HEAD_DIM / 2 turn together (not interleaved).
// turns: (cos, sin) [position][HEAD_DIM / 2]. Reads projected and turns, which whoever includes this declares.
const HALF = HEAD_DIM / 2u;

// Channel `channel` of the head whose row starts at `start`, turned.
fn turned(start: u32, channel: u32, position: u32) -> f32 {
  let turn = turns[position * HALF + channel % HALF];
  let partner = projected[start + (channel + HALF) % HEAD_DIM];
  return fma(projected[start + channel], turn.x, select(partner, -partner, channel < HALF) * turn.y);
}
