// Thread map: workgroup (ROW_TILES tiles of eight rows, tile of 32 outputs), see unit-bindings.wgsl. A subgroup walks its slice of the columns in
// blocks of 32; a lane unpacks the block of one output to f16 in scratch, where the matrix unit takes it, while the words of the
// AHEAD next blocks are on their way.
@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let lane = index % 32u;
  begin_lane(lane);
  let slice = index / 32u;
  let tile = group.y;
  let steps = shape.blocks * 2u;
  let first = slice_start(slice);
  let last = slice_start(slice + 1u);
  let staged = slice * 32u * STAGED_STRIDE;
  // each R < ROW_TILES
  var near$R: SumTile;
  var far$R: SumTile;
  // end
  // each A < AHEAD
  var ahead$A = block_at(tile, min(first + $Au, shape.blocks - 1u), lane);
  // end
  // All slices take as many turns as the longest: barriers are for all.
  let turns = (shape.blocks + SLICES - 1u) / SLICES;
  for (var turn = 0u; turn < turns; turn += AHEAD) {
    // each A < AHEAD
    {
      let block = first + turn + $Au;
      // each E < 4
      scratch[staged + lane * STAGED_STRIDE + $Eu] = eight_of(ahead$A, $Eu);
      // end
      workgroupBarrier();
      if (block + AHEAD < last) {
        ahead$A = block_at(tile, block + AHEAD, lane);
      }
      if (block < last) {
        // each H < 2
        {
          let near_weights = weights_in_scratch(staged + $Hu * 2u);
          let far_weights = weights_in_scratch(staged + 16u * STAGED_STRIDE + $Hu * 2u);
          // each R < ROW_TILES
          {
            let inputs = activations_at(((group.x * ROW_TILES + $Ru) * steps + block * 2u + $Hu) * 32u);
            near$R = add_product(near$R, near_weights, inputs);
            far$R = add_product(far$R, far_weights, inputs);
          }
          // end
        }
        // end
      }
      workgroupBarrier();
    }
    // end
  }
  // each R < ROW_TILES
  workgroupBarrier();
  keep_sums(sums_of(slice), near$R);
  keep_sums(sums_of(slice) + 4u, far$R);
  workgroupBarrier();
  finish(index, tile, (group.x * ROW_TILES + $Ru) * 8u);
  // end
}
