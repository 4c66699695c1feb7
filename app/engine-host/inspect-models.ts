/**
 * Prints what checkpoint folders say of themselves, as JSON: one answer for each InspectRequest of the first argument. A
 * process of its own: a folder that a learner names may hold anything, and the backend does not know the engine.
 */
import { EngineError } from '#engine/errors.ts';
import { type InspectRequest, inspectModel } from '#engine/inspect-model.ts';
import { describeError } from './describe-error.ts';

function answer(request: InspectRequest) {
  try {
    const { reason: _reason, memory: _memory, ...facts } = inspectModel(request);
    return { facts, problem: null };
  } catch (error) {
    const file = error instanceof EngineError ? error.data.file : undefined;
    return { facts: null, problem: { ...describeError(error), file: file === undefined ? null : String(file) } };
  }
}

const requests: InspectRequest[] = JSON.parse(process.argv[2]);
process.stdout.write(`${JSON.stringify(requests.map(answer))}\n`);
