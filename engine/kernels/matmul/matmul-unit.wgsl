// Thread map: workgroup (ROW_TILES tiles of eight rows, tile of 32 outputs), see unit-bindings.wgsl. A subgroup walks its slice of the columns
// sixteen at a time and takes the weights from memory as the matrix unit wants them, UNROLLED steps ahead of the products.
@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  begin_lane(index % 32u);
  let slice = index / 32u;
  let tile = group.y;
  let steps = shape.blocks * 2u;
  let last = slice_start(slice + 1u) * 2u;
  // each R < ROW_TILES
  var near$R: SumTile;
  var far$R: SumTile;
  // end
  for (var step = slice_start(slice) * 2u; step < last; step += UNROLLED) {
    // each U < UNROLLED
    let near_weights$U = weights_in_memory((tile * steps + step + $Uu) * 64u);
    let far_weights$U = weights_in_memory((tile * steps + step + $Uu) * 64u + 32u);
    // end
    // each U < UNROLLED
    // each R < ROW_TILES
    {
      let inputs = activations_at(((group.x * ROW_TILES + $Ru) * steps + step + $Uu) * 32u);
      near$R = add_product(near$R, near_weights$U, inputs);
      far$R = add_product(far$R, far_weights$U, inputs);
    }
    // end
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
