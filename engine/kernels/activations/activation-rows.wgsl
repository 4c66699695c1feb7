// Activations as plain rows: activations[row][column], rows ACTIVATION_STRIDE floats apart. The padding of a row stays zero.
@group(0) @binding(ACTIVATIONS) var<storage, read_write> activations: array<f32>;

fn write_activation(row: u32, column: u32, value: f32) {
  activations[row * ACTIVATION_STRIDE + column] = value;
}
