// Tiles of 16 x 16 as the matrix unit holds them, shared by the 32 lanes of a subgroup. Addresses count vec4u: eight f16, or four f32.
alias WeightTile = subgroup_matrix_left<f16, 16, 16>;
alias ActivationTile = subgroup_matrix_right<f16, 16, 16>;
// [activation row][output]
alias SumTile = subgroup_matrix_result<f32, 16, 16>;

fn weights_in_memory(at: u32) -> WeightTile {
  return subgroupMatrixLoad<WeightTile, row_major>(&matrix, at, 2u);
}

fn weights_in_scratch(at: u32) -> WeightTile {
  return subgroupMatrixLoad<WeightTile, row_major>(&scratch, at, STAGED_STRIDE);
}

fn activations_at(at: u32) -> ActivationTile {
  return subgroupMatrixLoad<ActivationTile, col_major>(&fragments, at, 2u);
}

fn add_product(sums: SumTile, weights: WeightTile, inputs: ActivationTile) -> SumTile {
  return subgroupMatrixMultiplyAccumulate(weights, inputs, sums);
}

fn keep_sums(at: u32, sums: SumTile) {
  subgroupMatrixStore<col_major>(&scratch, at, sums, SUMS_STRIDE);
}

fn begin_lane(lane: u32) {}
