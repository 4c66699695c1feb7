// The shape of one part of a weight matrix (a matrix above the binding limit is cut into parts by outputs).
struct MatrixShape {
  // Blocks of 32 columns.
  blocks: u32,
  // log2 of the blocks that share a scale: integer division is dear.
  group_shift: u32,
  // First result of this part, and how many it makes (half its outputs when gate and up interleave).
  first_result: u32,
  results: u32,
  // Floats between two rows of the input, and of the result.
  input_stride: u32,
  result_stride: u32,
  // What becomes of the sums: see emit.wgsl.
  emit: u32,
  // SHARE of matmul-shuffle, unforeseeable for compilers: unrolled, its loop would compile for seconds.
  share: u32,
}
