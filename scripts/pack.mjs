#!/usr/bin/env node
/**
 * Makes the desktop app's folder, dist/packed: stages what the pinned Node runs (sources, model, production packages, the
 * runtime itself) and calls electron-builder. Works offline: where Electron's binary is not there, a stub stands in for it,
 * and the result is whole but for that one executable.
 *
 *   node scripts/pack.mjs
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBuilt, ensureDependencies, pinnedNode, root } from './setup.mjs';

const dist = join(root, 'dist');
const stage = join(dist, 'stage', 'quorum');

/** What runs from TypeScript on the pinned Node, and what it reads. */
const SOURCES = [
  'app',
  'engine',
  'tutor',
  'renderer/typeset',
  'bench',
  'assets',
  'dist/renderer',
  'package.json',
  'scripts/setup.mjs',
  'scripts/quorum.mjs',
];
/** Packages that those sources import; what these depend on comes along. The interface's own are bundled by Vite. */
const PACKAGES = ['@cortex-js/compute-engine', '@huggingface/jinja', '@huggingface/tokenizers', 'katex', 'webgpu', 'ws', 'zod'];
/** Nothing the product reads: tests and what serves only them. */
const LEFT_OUT = /(\.test\.tsx?$|\/fixtures(\/|$)|^app\/testing(\/|$)|^app\/electron\/(main|preload|window|vite\.config)\.ts$)/;

/** Set where there is a real binary to set them in: Electron runs this app and nothing else. */
const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
};

ensureDependencies();
ensureBuilt();
stageProduct();
const electron = realElectron();
if (electron === null) build(stubElectron(), {});
else build(electron, FUSES);

function stageProduct() {
  rmSync(stage, { recursive: true, force: true });
  for (const source of SOURCES) {
    if (!existsSync(join(root, source))) continue;
    cpSync(join(root, source), join(stage, source), { recursive: true, filter: (path) => !LEFT_OUT.test(relative(root, path)) });
  }
  const runtime = relative(join(root, 'node_modules'), pinnedNode()).split(/[\\/]/)[0];
  stageRuntime(runtime);
  for (const name of withDependencies(PACKAGES)) {
    cpSync(join(root, 'node_modules', name), join(stage, 'node_modules', name), { recursive: true, filter: isForThisPlatform });
  }
}

/** The executable and its licence; headers and npm stay behind. */
function stageRuntime(name) {
  const executable = pinnedNode();
  const target = join(stage, 'node_modules', name);
  for (const file of [relative(join(root, 'node_modules', name), executable), 'LICENSE', 'package.json']) {
    cpSync(join(root, 'node_modules', name, file), join(target, file));
  }
}

/** Dawn comes for every platform in one package. */
function isForThisPlatform(path) {
  const match = /[\\/]webgpu[\\/]dist[\\/]([^\\/]+)/.exec(path);
  if (match === null) return true;
  const folder = process.platform === 'darwin' ? 'darwin-universal' : `${process.platform}-${process.arch}`;
  return match[1] === folder;
}

/** The packages and all that they depend on, as npm laid them out flat. */
function withDependencies(names) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) visit(dependency);
  };
  for (const name of names) visit(name);
  return found;
}

/** @returns the folder of Electron's own distribution, or null where its binary was never fetched */
function realElectron() {
  const folder = join(root, 'node_modules', 'electron', 'dist');
  return existsSync(join(folder, 'version')) ? folder : null;
}

/** A folder shaped like Electron's for Linux, whose executable only says what is missing. */
function stubElectron() {
  const folder = join(dist, 'stage', 'electron');
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'A stand-in for the Electron distribution.\n');
  writeFileSync(
    join(folder, 'electron'),
    '#!/bin/sh\necho "Electron\'s binary was not there when this was packed." >&2\nexit 1\n',
  );
  chmodSync(join(folder, 'electron'), 0o755);
  process.stderr.write("Electron's binary is not here: a stand-in takes its place in the packed app.\n");
  return folder;
}

function build(electronDist, fuses) {
  rmSync(join(dist, 'packed'), { recursive: true, force: true });
  const settings = [
    `-c.electronDist=${electronDist}`,
    ...Object.entries(fuses).map(([name, on]) => `-c.electronFuses.${name}=${on}`),
  ];
  const args = ['node_modules/electron-builder/cli.js', '--dir', '--config', 'electron-builder.yml', ...settings];
  const { status } = spawnSync(pinnedNode(), args, { cwd: root, stdio: ['ignore', 2, 2] });
  process.exit(status ?? 1);
}
