/**
 * An engine host inside this process that streams fixed text at a fixed pace: row 0 is one very long solution full of
 * formulas, every other row a short one. It speaks the protocol of the real host and knows nothing of the interface.
 */
import type { HostProcess } from '#app/backend/host-process.ts';
import type { HostEvent, HostRequest } from '#app/protocol/engine-host.ts';

export const LONG_ROW = 0;
export const LONG_TOKENS = 32_000;
export const FORMULAS = 2_000;
/** Tokens that one formula and the words around it take, and so a step of the long row. */
const TOKENS_A_STEP = LONG_TOKENS / FORMULAS;
/** A step of the long row a tick: 800 tokens a second of it, and as many of the other rows together. */
const TICK_MS = 20;
const SHORT_STEPS = 24;
const TICKS_A_SHORT_STEP = Math.floor(FORMULAS / SHORT_STEPS);

/** How long the long row takes, in seconds, when nothing holds it up. */
export const STREAM_SECONDS = (FORMULAS * TICK_MS) / 1000;

type Generate = Extract<HostRequest, { type: 'generate' }>;

/** For `createBackend({ spawn })`; rows are not resumed, because this host never dies. */
export function longHost(): HostProcess {
  let listener: (message: unknown) => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  const send = (event: HostEvent) => listener(event);

  function generate({ id, rows }: Generate): void {
    const tokensOf = (index: number) => (index === LONG_ROW ? LONG_TOKENS : (SHORT_STEPS * LONG_TOKENS) / FORMULAS);
    const began = performance.now();
    let tick = 0;
    timer = setInterval(() => {
      // Catches up when the clock was held up, so that the pace does not depend on the machine.
      const due = Math.min(FORMULAS, Math.floor((performance.now() - began) / TICK_MS));
      for (; tick < due; tick++) {
        for (const { index } of rows) {
          const text = textAt(index, tick);
          if (text !== '') send({ type: 'tokens', id, index, tokens: Array(TOKENS_A_STEP).fill(0), text });
        }
      }
      if (tick < FORMULAS) return;
      clearInterval(timer);
      for (const { index } of rows) send({ type: 'row-end', id, index, status: 'finished', tokens: tokensOf(index) });
      send({ type: 'generated', id, promptTokens: 8, firstTokenMs: TICK_MS, totalMs: performance.now() - began });
    }, TICK_MS);
  }

  return {
    pid: undefined,
    onMessage(given) {
      listener = given;
    },
    onExit() {},
    kill: () => clearInterval(timer),
    send(request) {
      switch (request.type) {
        case 'load':
          setImmediate(() => send({ type: 'loaded', loadMs: 1, description: describe(request.slots) }));
          break;
        case 'generate':
          generate(request);
          break;
        case 'cancel':
        case 'shutdown':
          clearInterval(timer);
          break;
        case 'logits':
          throw new Error('The long host has no logits. Ask the real engine host for them.');
        default:
          request satisfies never;
      }
    },
  };
}

/** What a row writes at a tick: the long row a step each time, the others one in turn; '' when it is not its turn. */
function textAt(index: number, tick: number): string {
  if (index === LONG_ROW) return tick === FORMULAS - 1 ? '$\\boxed{x = 5}$' : longStep(tick);
  if ((tick + index) % TICKS_A_SHORT_STEP !== 0) return '';
  const step = Math.floor((tick + index) / TICKS_A_SHORT_STEP);
  if (step > SHORT_STEPS - 2) return step === SHORT_STEPS - 1 ? '$\\boxed{x = 5}$' : '';
  return longStep(index * SHORT_STEPS + step);
}

/** A step with one formula; four kinds in turn, no two alike, so that nothing can be drawn once for all. */
function longStep(n: number): string {
  const formulas = [
    `x = \\frac{${n + 2} \\pm \\sqrt{${n * n} - ${4 * n}}}{${2 * n + 2}}`,
    `${n}x + ${n + 5} = ${6 * n + 5}`,
    `\\left(\\frac{x^{${(n % 9) + 2}}}{${n + 1}}\\right)^2 = \\frac{x^{${2 * ((n % 9) + 2)}}}{${(n + 1) ** 2}}`,
    `\\int_0^{${n}} (3x^2 + ${n}) \\, dx = ${n ** 3} + ${n * n}`,
  ];
  return `Rewrite the line: $${formulas[n % formulas.length]}$\n`;
}

function describe(slots: number): Extract<HostEvent, { type: 'loaded' }>['description'] {
  return {
    backend: 'cpu',
    adapter: 'Long host',
    reason: 'The interface is measured without a model.',
    model: 'long-host',
    parameters: 1,
    weightBytes: 1,
    stateBytesPerSlot: 1,
    kvBytesPerToken: 1,
    slots,
    contextLength: 65_536,
  };
}
