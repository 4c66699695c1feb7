/** Work that takes turns, one a frame, so that much of it at once never holds up the page. */

const waiting = new Set<() => void>();
let asked = false;

/** Runs after a frame, one piece of work after each. @returns gives the turn up; without effect once it has run */
export function takeTurn(work: () => void): () => void {
  const turn = () => work();
  waiting.add(turn);
  askForFrame();
  return () => waiting.delete(turn);
}

function askForFrame(): void {
  if (asked || waiting.size === 0) return;
  asked = true;
  // Not within the frame, where the page is drawn and everything else that waits for it runs.
  requestAnimationFrame(() => setTimeout(runNext));
}

function runNext(): void {
  asked = false;
  const [turn] = waiting;
  if (turn === undefined) return;
  waiting.delete(turn);
  askForFrame();
  turn();
}
