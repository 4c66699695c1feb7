/** Reads typed fields of a configuration object; every refusal names the file and the field. Knows no field's meaning. */
import { EngineError } from '../errors.ts';
import { damaged, isObject } from './model-file.ts';
import type { Json, JsonObject } from './strict-json.ts';

export class ConfigFields {
  readonly file: string;
  readonly #object: JsonObject;

  constructor(file: string, object: JsonObject) {
    this.file = file;
    this.#object = object;
  }

  /** The field's value; a JSON null counts as absent. */
  value(field: string): Json | undefined {
    return this.#object[field] ?? undefined;
  }

  /** An integer from 1 to `max`; `fallback` where the field is absent, an error where there is none. */
  count(field: string, max: number, fallback?: number): number {
    const value = this.value(field) ?? fallback;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > max) {
      throw damaged(this.file, `needs ${field} to be a whole number from 1 to ${max}, not ${show(value)}`);
    }
    return value;
  }

  positive(field: string, fallback?: number): number {
    const value = this.value(field) ?? fallback;
    if (typeof value !== 'number' || !(value > 0))
      throw damaged(this.file, `needs ${field} to be a positive number, not ${show(value)}`);
    return value;
  }

  flag(field: string, fallback: boolean): boolean {
    const value = this.value(field) ?? fallback;
    if (typeof value !== 'boolean') throw damaged(this.file, `needs ${field} to be true or false, not ${show(value)}`);
    return value;
  }

  /** Refuses a variant of the architecture that this engine does not run. */
  mustBe(field: string, supported: Json): void {
    const value = this.value(field) ?? supported;
    if (value !== supported) {
      throw new EngineError(
        'model-unsupported',
        `${this.file} asks for ${field} = ${show(value)}; this engine runs only ${show(supported)}. Choose another model.`,
        { file: this.file, field },
      );
    }
  }

  /** A list of distinct whole numbers from 0 to `max`. */
  indices(field: string, max: number): number[] {
    const value = this.value(field);
    const isIndex = (item: Json): item is number =>
      typeof item === 'number' && Number.isInteger(item) && item >= 0 && item <= max;
    if (!Array.isArray(value) || !value.every(isIndex) || new Set(value).size !== value.length) {
      throw damaged(this.file, `needs ${field} to list distinct whole numbers from 0 to ${max}`);
    }
    return value;
  }

  nested(field: string): ConfigFields {
    const value = this.value(field) ?? {};
    if (!isObject(value)) throw damaged(this.file, `needs ${field} to be an object`);
    return new ConfigFields(`${this.file}: ${field}`, value);
  }
}

function show(value: Json | undefined): string {
  return JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
}
