/** `quorum doctor`: what this machine offers, what Quorum chose and why, and whether its parts are whole. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askAdapters } from '#app/backend/adapters.ts';
import { ModelStore } from '#app/backend/model-store.ts';
import { dataFolder, PRODUCT_ROOT, RENDERER_DIR } from '#app/backend/paths.ts';
import { runtimePath } from '#app/backend/runtime.ts';
import type { Command } from '../command.ts';
import { ENGINE_OPTIONS, ENGINE_USAGE, readLoad, startEngine } from '../engine-options.ts';
import { inspectModel } from '../inspect-model.ts';
import { print, printJson } from '../terminal.ts';

export const command: Command = {
  usage: `quorum doctor [options] [--json]\n${ENGINE_USAGE}`,
  options: ENGINE_OPTIONS,
  async run(args) {
    const load = readLoad(args, 1);
    const report = {
      versions: versions(),
      platform: `${process.platform} ${process.arch}`,
      paths: {
        product: PRODUCT_ROOT,
        data: dataFolder(),
        model: load.modelDir,
        runtime: attempt(() => runtimePath(PRODUCT_ROOT)),
      },
      interface: existsSync(join(RENDERER_DIR, 'index.html')) ? 'built' : 'not built: "npm start" builds it',
      adapters: await adapters(),
      model: { ...inspectModel(load.modelDir), changedFiles: await changedFiles(load.modelDir) },
      engine: await engine(load),
    };
    if (args.json) printJson(report);
    else print(readable(report));
    return report.engine.ok && report.model.ok && report.model.changedFiles.length === 0 ? 0 : 1;
  },
};

function versions() {
  const { version } = readPackage(PRODUCT_ROOT);
  const { version: webgpu } = attempt(() => readPackage(join(PRODUCT_ROOT, 'node_modules/webgpu'))) ?? { version: 'missing' };
  const { node, sqlite, v8 } = process.versions;
  return { quorum: version, node, v8, sqlite, webgpu };
}

function readPackage(folder: string): { version: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** @returns what each adapter offers, or a sentence on why that cannot be said */
async function adapters(): Promise<unknown> {
  const found = await askAdapters();
  return 'problem' in found ? found.problem : found;
}

async function changedFiles(modelDir: string): Promise<string[]> {
  const store = new ModelStore(dataFolder());
  const entry = store.list().find(({ path }) => path === modelDir);
  return entry === undefined ? [] : store.changedFiles(entry);
}

async function engine(load: ReturnType<typeof readLoad>) {
  const supervisor = startEngine(load);
  try {
    const { description, loadMs } = await supervisor.whenReady();
    return { ok: true, ...description, loadMs };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    supervisor.close();
  }
}

/** Objects as indented `name: value` lines. */
function readable(value: object, indent = ''): string {
  return Object.entries(value)
    .map(([key, item]) => {
      if (typeof item !== 'object' || item === null) return `${indent}${key}: ${item}`;
      if (Array.isArray(item) && item.every((entry) => typeof entry === 'string'))
        return `${indent}${key}: ${item.join(', ') || '-'}`;
      return `${indent}${key}:\n${readable(item, `${indent}  `)}`;
    })
    .join('\n');
}
