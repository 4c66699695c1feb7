/** What the settings show of this computer: where the learner's data lie and what can compute. Plain data. */
import { z } from 'zod';

export const adapterSchema = z.strictObject({
  name: z.string(),
  /** It can run the engine. */
  usable: z.boolean(),
});
export type Adapter = z.infer<typeof adapterSchema>;

const nothing = z.strictObject({});

export const machineCalls = {
  'machine.folder': { params: nothing, result: z.strictObject({ path: z.string() }) },
  /** Shows the data folder in the desktop's own file manager. */
  'machine.open-folder': { params: nothing, result: nothing },
  /** Graphics adapters found, which takes seconds; null when the drivers could not be asked. */
  'machine.adapters': { params: nothing, result: z.strictObject({ adapters: z.array(adapterSchema).nullable() }) },
  /** Deletes every solve, all practice and the settings, for good. */
  'machine.erase': { params: nothing, result: nothing },
} as const;
