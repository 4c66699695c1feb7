#!/usr/bin/env node
/**
 * Makes a fresh clone work and then does the job: `start`, `test`, `quorum …`, `screens`, `lint`, `format`. Runs on any Node from 20
 * up with no dependency of its own; everything else runs on the pinned Node that it installs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureBuilt, ensureDependencies, pinnedNode, root } from './setup.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const [job = 'start', ...args] = process.argv.slice(2);

switch (job) {
  case 'start':
    start(args);
    break;
  case 'quorum':
    ensureDependencies();
    if (args[0] === 'serve') ensureBuilt();
    finish(node(['app/cli/main.ts', ...args]));
    break;
  case 'test':
    test(args);
    break;
  case 'screens':
    ensureDependencies();
    ensureBuilt();
    finish(playwright('e2e/screens.config.ts'));
    break;
  case 'lint':
    ensureDependencies();
    finish(runAll([lint, types]));
    break;
  case 'format':
    ensureDependencies();
    finish(biome(['check', '--write', '.']));
    break;
  default:
    process.stderr.write(`There is no job "${job}". The jobs are start, test, quorum, screens, lint and format.\n`);
    process.exit(2);
}

/** A problem on the command line is solved in the terminal; otherwise the desktop app, or the same interface in the browser. */
function start(problem) {
  ensureDependencies();
  if (problem.length > 0) finish(node(['app/cli/main.ts', 'solve', ...problem]));
  ensureBuilt();
  const electron = electronBinary();
  if (electron !== null) finish(run(electron, ['.']));
  say("Electron's binary is not here and could not be fetched, so Quorum opens in the browser instead.");
  finish(node(['app/cli/main.ts', 'serve', '--open']));
}

/** @returns the path of Electron's executable, or null where it cannot be had */
function electronBinary() {
  const probe = spawnSync(pinnedNode(), ['-p', "require('electron')"], { cwd: root, encoding: 'utf8', timeout: 60_000 });
  const path = probe.status === 0 ? probe.stdout.trim() : '';
  return path !== '' && existsSync(path) ? path : null;
}

/** The whole suite, or the named parts of it: lint, types, unit, build, e2e, packed. */
function test(parts) {
  ensureDependencies();
  const jobs = { lint, types, unit, build, e2e, packed };
  for (const part of parts) {
    if (!(part in jobs)) {
      process.stderr.write(`There is no test part "${part}". The parts are ${Object.keys(jobs).join(', ')}.\n`);
      process.exit(2);
    }
  }
  const chosen = parts.length > 0 ? parts.map((part) => jobs[part]) : Object.values(jobs);
  if (chosen.some((part) => part === unit || part === e2e || part === packed)) ensureSystemPackages(say);
  finish(runAll(chosen));
}

function lint() {
  return biome(['ci', '--error-on-warnings', '.']);
}

function types() {
  return node(['node_modules/typescript/bin/tsc', '-p', '.']);
}

function unit() {
  return node(['node_modules/vitest/vitest.mjs', 'run']);
}

function build() {
  ensureBuilt({ force: true });
  return 0;
}

function e2e() {
  ensureBuilt();
  return playwright('e2e/playwright.config.ts');
}

function playwright(config) {
  return node(['node_modules/@playwright/test/cli.js', 'test', '--config', config]);
}

function packed() {
  ensureBuilt();
  return node(['node_modules/vitest/vitest.mjs', 'run', '--config', 'scripts/packed.vitest.config.ts']);
}

/** Runs every part even when one fails, so that one run tells all; @returns the first failure's exit status */
function runAll(parts) {
  const failed = [];
  for (const part of parts) {
    say(`— ${part.name}`);
    const began = Date.now();
    const status = part();
    say(`— ${part.name} ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    if (status !== 0) failed.push(part.name);
  }
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

function biome(args) {
  const colors = process.stdout.isTTY ? [] : ['--colors=off'];
  return node(['node_modules/@biomejs/biome/bin/biome', ...args, ...colors]);
}

function node(args) {
  return run(pinnedNode(), args);
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function finish(status) {
  process.exit(status);
}
