// Activations as a matrix unit takes them: activations[row / 8][column / 16][8 high parts, 8 low parts][16 columns] in f16.
// VALUE_PART of the value, a quarter, is cut into 11 high bits and the rest, which is stored LOW_PARTS, 2048, times as large: together 22 bits
// for values from 0.00025 to 260,000, and 11 for smaller ones, which go into the low part whole: f16's subnormals are left
// alone, because drivers may take them for zero. Cut by bits, because compilers take f32(f16(x)) for x.
@group(0) @binding(ACTIVATIONS) var<storage, read_write> activations: array<f16>;

const SMALLEST_NORMAL = 0.00006103515625;

fn write_activation(row: u32, column: u32, value: f32) {
  let scaled = value * VALUE_PART;
  let cut = bitcast<f32>(bitcast<u32>(scaled) & 0xffffe000u);
  let high = select(cut, 0.0, abs(scaled) < SMALLEST_NORMAL);
  let at = ((row / 8u) * (ACTIVATION_STRIDE / 16u) + column / 16u) * 256u + row % 8u * 16u + column % 16u;
  activations[at] = f16(high);
  activations[at + 128u] = f16((scaled - high) * LOW_PARTS);
}
