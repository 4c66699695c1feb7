/** What the interface needs of its link to the backend: the bridge, and whether it is up. Knows no transport. */
import type { QuorumBridge } from '#app/protocol/calls.ts';

export interface Connection extends QuorumBridge {
  /** The shell answers `models.pick-folder` with the system's dialog; absent: it has none. */
  readonly picksFolders?: boolean;
  /**
   * Tells when the link goes down (false) and comes back (true); events sent in between are lost, so whoever listens
   * asks again for what it shows.
   * @returns a function that ends the subscription
   */
  onLink(listener: (up: boolean) => void): () => void;
}
