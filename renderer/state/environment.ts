/** What the stores need of their surroundings, so that tests can stand in for a browser. */
export interface Environment {
  /** Runs once before the next paint. */
  nextFrame(run: () => void): void;
  /** Runs after a pause, in ms. @returns a function that cancels it */
  after(milliseconds: number, run: () => void): () => void;
  /** Whether anyone can see the page. */
  visible(): boolean;
  /** Runs when the page comes into view. */
  onVisible(run: () => void): void;
}

export function browserEnvironment(): Environment {
  return {
    nextFrame: (run) => void requestAnimationFrame(run),
    after(milliseconds, run) {
      const timer = window.setTimeout(run, milliseconds);
      return () => window.clearTimeout(timer);
    },
    visible: () => !document.hidden,
    onVisible: (run) => document.addEventListener('visibilitychange', () => document.hidden || run()),
  };
}
