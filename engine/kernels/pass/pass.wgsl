// The ragged batch that every kernel of a pass walks: tokens in order, grouped in runs of one slot each.
struct Token {
  id: u32,
  slot: u32,
  // Tokens of its slot before this one.
  position: u32,
  unused: u32,
}

struct Run {
  slot: u32,
  // Its tokens are first .. first + length of the pass.
  first: u32,
  length: u32,
  unused: u32,
}

// A token whose logits are wanted.
struct Head {
  // Its number in the pass.
  token: u32,
  slot: u32,
}
