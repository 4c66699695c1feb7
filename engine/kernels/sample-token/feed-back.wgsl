// Where a drawn token goes: to the host, and to the row's token of the next pass.
@group(0) @binding(2) var<storage, read_write> tokens: array<Token>;
// [step][row]
@group(0) @binding(3) var<storage, read_write> drawn: array<u32>;
// Steps that each row has made.
@group(0) @binding(4) var<storage, read_write> steps: array<u32>;

fn feed_back(row: u32, row_count: u32, id: u32, is_broken: bool) {
  let step = steps[row];
  drawn[step * row_count + row] = select(id, NO_TOKEN, is_broken);
  steps[row] = step + 1u;
  // A broken row goes on with token 0 so that its neighbours need not wait for the host.
  tokens[row].id = select(id, 0u, is_broken);
  tokens[row].position += 1u;
}
