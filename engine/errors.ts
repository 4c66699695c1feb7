/** Every way the engine refuses or fails. The message names the file, field or limit, and ends with the remedy. */
export type EngineErrorKind =
  | 'model-missing'
  | 'model-damaged'
  | 'model-unsupported'
  | 'no-adapter'
  | 'device-lost'
  | 'out-of-memory'
  | 'context-full'
  | 'cancelled'
  | 'invalid-request';

export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly kind: EngineErrorKind;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(kind: EngineErrorKind, message: string, data: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.kind = kind;
    this.data = data;
  }
}
