// Where a block of 64 positions keeps its keys, values and amplitudes. A buffer holds `part.heads` of the kv heads, from
// `part.first_head` on; a head's channels come in eights, the last filled up with zeros.
// keys: [block][head][eight][64], so that neighbouring lanes take neighbouring positions of one channel;
// values: [block][64][head][eight], so that neighbouring lanes take neighbouring channels of one position;
// amplitudes: (f16 of the key, f16 of the value) [block][head][AMPLITUDES][64]; tables: block [slot][BLOCKS_PER_SLOT].
struct Part {
  first_head: u32,
  heads: u32,
  // HEAD_EIGHTS and AMPLITUDE_GROUP, unforeseeable for compilers: unrolled, the loops would compile for seconds and outgrow
  // the caches of CPU adapters.
  head_eights: u32,
  amplitude_group: u32,
}

@group(0) @binding(1) var<storage, read> tables: array<u32>;
@group(0) @binding(2) var<uniform> part: Part;

const BLOCK = 64u;

fn block_of(slot: u32, position: u32) -> u32 {
  return tables[slot * BLOCKS_PER_SLOT + position / BLOCK];
}

fn key_at(block: u32, head: u32, eight: u32, place: u32) -> u32 {
  return ((block * part.heads + head) * HEAD_EIGHTS + eight) * BLOCK + place;
}

fn value_at(block: u32, head: u32, eight: u32, place: u32) -> u32 {
  return ((block * BLOCK + place) * part.heads + head) * HEAD_EIGHTS + eight;
}

fn amplitude_at(block: u32, head: u32, eight: u32, place: u32) -> u32 {
  return ((block * part.heads + head) * AMPLITUDES + eight * 8u / AMPLITUDE_GROUP) * BLOCK + place;
}

// The largest f16.
const HIGHEST_AMPLITUDE = 65504.0;

// Amplitudes (of the key, of the value) as they will be read back.
fn kept_amplitudes(highest: vec2f) -> vec2f {
  return unpack2x16float(pack2x16float(min(highest, vec2f(HIGHEST_AMPLITUDE))));
}
