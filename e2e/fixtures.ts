/**
 * Each test gets its own running Quorum: the real web shell, backend and engine with the bundled model, on its own data
 * folder and port. Switches start it with a fault.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

export interface Quorum {
  readonly dataDir: string;
  /** Address with a fresh launch token; usable once. */
  readonly url: string;
  /** Ends the shell (as a crash does, with SIGKILL) and starts it again on the same data folder. */
  restart(how: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Kills the engine host; resolves when a new one runs. */
  killEngineHost(): Promise<void>;
}

interface Options {
  /** Arguments after `serve`. */
  serveArguments: string[];
  environment: Record<string, string>;
}

/** Follows from the sources alone: journeys share it, as the starts of one installation do. */
const CODE_CACHE = join(tmpdir(), 'quorum-e2e-code');

export const test = base.extend<Options & { quorum: Quorum; app: Page }>({
  serveArguments: [[], { option: true }],
  environment: [{}, { option: true }],
  quorum: async ({ serveArguments, environment }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'quorum-e2e-'));
    await mkdir(join(dataDir, 'cache'));
    await mkdir(CODE_CACHE, { recursive: true });
    await symlink(CODE_CACHE, join(dataDir, 'cache', 'code'));
    const start = () => startShell(serveArguments, { QUORUM_DATA: dataDir, NODE_COMPILE_CACHE: CODE_CACHE, ...environment });
    let shell = await start();
    await use({
      dataDir,
      get url() {
        return shell.url;
      },
      async restart(how) {
        await stopShell(shell.process, how);
        shell = await start();
      },
      async killEngineHost() {
        const before = await engineHosts(shell.process.pid ?? 0);
        for (const pid of before) process.kill(pid, 'SIGKILL');
        const deadline = performance.now() + 10_000;
        for (;;) {
          const now = await engineHosts(shell.process.pid ?? 0);
          if (now.some((pid) => !before.includes(pid))) return;
          if (performance.now() > deadline) throw new Error('the engine host was not restarted within 10 seconds');
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      },
    });
    await stopShell(shell.process, 'SIGTERM');
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  },
  app: async ({ quorum, page }, use) => {
    await page.goto(quorum.url);
    await use(page);
  },
});

async function startShell(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<{ process: ChildProcess; url: string }> {
  const shell = spawn(process.execPath, ['app/cli/main.ts', 'serve', '--port', '0', '--json', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: shell.stdout })) {
    const { url } = JSON.parse(line) as { url: string };
    return { process: shell, url };
  }
  throw new Error('the web shell ended before it printed its address');
}

async function stopShell(shell: ChildProcess, how: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (shell.exitCode !== null || shell.signalCode !== null) return;
  shell.kill(how);
  await once(shell, 'exit');
}

/** Process ids of the engine hosts among a shell's children (Linux). */
async function engineHosts(parent: number): Promise<number[]> {
  const hosts: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8');
      const command = await readFile(`/proc/${name}/cmdline`, 'utf8');
      if (Number(stat.split(') ')[1].split(' ')[1]) === parent && command.includes('engine-host')) hosts.push(Number(name));
    } catch {
      // The process ended while its entry was read.
    }
  }
  return hosts;
}
