/** What `quorum bench` hands to a suite. */
export interface BenchOptions {
  readonly modelDir: string;
  /** Receives the table, line by line. */
  readonly print: (line: string) => void;
  /** Folder that holds node-llama-cpp. */
  readonly llama?: string;
  /** Measure a GPU at M1-3B's size. */
  readonly gpu?: boolean;
  /** Layers of M1-3B's shape, where fewer than all. */
  readonly layers?: number;
  /** decode on a GPU: tell the time of each kind of kernel. */
  readonly profile?: boolean;
  /** With gpu: measurements get so long, shared among models; making the models ready comes on top. */
  readonly seconds?: number;
}
