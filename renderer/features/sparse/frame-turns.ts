/** Work that takes turns, one a frame, so that much of it at once never holds up the page. */

const waiting = new Set<() => void>();
let asked = false;

/** Runs in a frame of its own, after what came before. @returns gives the turn up; without effect once it has run */
export function takeTurn(work: () => void): () => void {
  const turn = () => work();
  waiting.add(turn);
  askForFrame();
  return () => waiting.delete(turn);
}

function askForFrame(): void {
  if (asked || waiting.size === 0) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    const [turn] = waiting;
    if (turn === undefined) return;
    waiting.delete(turn);
    askForFrame();
    turn();
  });
}
