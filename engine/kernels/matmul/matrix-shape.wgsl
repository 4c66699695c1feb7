// The shape of one part of a weight matrix (a matrix above the binding limit is cut into parts by outputs).
struct MatrixShape {
  // Blocks of 32 columns.
  blocks: u32,
  blocks_per_group: u32,
  // Distance between two columns' weights: outputs of this part, padded to whole tiles.
  stride: u32,
  // First output of this part, and how many it has.
  first_output: u32,
  outputs: u32,
  // Floats between two rows of the input, and of the result.
  input_stride: u32,
  result_stride: u32,
}
