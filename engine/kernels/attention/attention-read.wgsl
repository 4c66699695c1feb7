// How attention reads keys and values of the slots. Layouts as in kv-cache.
@group(0) @binding(0) var<storage, read> tokens: array<Token>;
@group(0) @binding(3) var<storage, read> projected: array<f32>;

// (of the key, of the value)
fn amplitudes_of(block: u32, head: u32, eight: u32, place: u32) -> vec2f {
  if (AMPLITUDES == 0u) {
    return vec2f(1.0);
  }
  return unpack2x16float(amplitudes[amplitude_at(block, head, eight, place)]);
}

fn key_eight(block: u32, head: u32, eight: u32, place: u32) -> mat2x4f {
  return widened(keys[key_at(block, head, eight, place)], amplitudes_of(block, head, eight, place).x);
}

fn value_eight(block: u32, head: u32, eight: u32, place: u32) -> mat2x4f {
  return widened(values[value_at(block, head, eight, place)], amplitudes_of(block, head, eight, place).y);
}
