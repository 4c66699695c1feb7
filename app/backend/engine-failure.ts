/** Why the engine cannot serve, as data that crosses process boundaries. The message ends with the remedy. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  /** An EngineErrorKind of the engine, or `host-died`, `host-start`, `runtime-missing`, `closed`. */
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(message);
    this.kind = kind;
  }
}

export function asEngineFailure(error: unknown): EngineFailure {
  if (error instanceof EngineFailure) return error;
  return new EngineFailure('host-start', error instanceof Error ? error.message : String(error));
}
