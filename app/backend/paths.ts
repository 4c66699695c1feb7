/** Where things lie: the learner's data folder and the product's own files. Knows nothing of what is in them. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The product's folder: the repository, or `resources/quorum` of an installed app. */
export const PRODUCT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const HOST_ENTRY = join(PRODUCT_ROOT, 'app/engine-host/main.ts');
export const BUNDLED_MODEL_DIR = join(PRODUCT_ROOT, 'assets/model');
export const RENDERER_DIR = join(PRODUCT_ROOT, 'dist/renderer');

/** `QUORUM_DATA`, or the platform's own place for an application's data. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.QUORUM_DATA !== undefined && env.QUORUM_DATA !== '') return env.QUORUM_DATA;
  switch (platform) {
    case 'win32':
      return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Quorum');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Quorum');
    default:
      return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'quorum');
  }
}

/** Copies of what can be made again: weights converted for a device. */
export function cacheFolder(data = dataFolder()): string {
  return join(data, 'cache');
}
