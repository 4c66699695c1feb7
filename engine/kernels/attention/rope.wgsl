// Rotary position embedding, non-interleaved: channels j and j + HEAD_DIM / 2 of a head turn together.
// Reads channel i of the row at `row` of `projected`, turned to `position`.
fn rotated(row: u32, i: u32, position: u32) -> f32 {
  const half = HEAD_DIM / 2u;
  let within = i % HEAD_DIM;
  let turn = turns[position * half + within % half];
  let here = projected[row + i];
  if (within < half) {
    return fma(here, turn.x, -(projected[row + i + half] * turn.y));
  }
  return fma(here, turn.x, projected[row + i - half] * turn.y);
}
