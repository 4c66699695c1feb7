/**
 * The system packages the tests need: a browser, and a software Vulkan driver new enough for Dawn. On Debian as root they
 * are installed; elsewhere the exact command is printed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What each package is for, and how to tell that it is there. */
const PACKAGES = [
  { name: 'chromium', present: () => existsSync('/usr/bin/chromium') },
  { name: 'libvulkan1', present: () => libraryExists('libvulkan.so.1') },
];

const LAVAPIPE = 'mesa-vulkan-drivers';
/** Dawn refuses Debian 12's own Mesa 22.3: it lacks dynamic indexing of uniform and storage arrays. */
const OLDEST_MESA = 24;
const BACKPORTS_LIST = '/etc/apt/sources.list.d/quorum-backports.sources';

/** Installs what is missing where it can, says what it did through `say`, and never stops the job: the tests name what they lack. */
export function ensureSystemPackages(say) {
  if (process.platform !== 'linux') return;
  const missing = PACKAGES.filter(({ present }) => !present()).map(({ name }) => name);
  const driverMissing = mesaMajor() < OLDEST_MESA;
  if (missing.length === 0 && !driverMissing) return;
  const suite = debianSuite();
  const driverSuite = suite === 'bookworm' ? ['-t', 'bookworm-backports'] : [];
  const wanted = [...missing, ...(driverMissing ? [LAVAPIPE] : [])].join(' ');
  if (suite === null || process.getuid() !== 0) {
    say(`The tests use these system packages: ${wanted}. On Debian 12 (with bookworm-backports enabled), install them with:`);
    say(`  sudo apt-get install --no-install-recommends ${missing.join(' ')}`);
    if (driverMissing) say(`  sudo apt-get install --no-install-recommends ${driverSuite.join(' ')} ${LAVAPIPE}`);
    return;
  }
  say(`Installing system packages for the tests: ${wanted} …`);
  if (driverMissing && suite === 'bookworm') addBackports(say);
  apt(['update'], say);
  if (missing.length > 0) apt(['install', '-y', '--no-install-recommends', ...missing], say);
  if (driverMissing) apt(['install', '-y', '--no-install-recommends', ...driverSuite, LAVAPIPE], say);
}

function apt(args, say) {
  const result = spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0) say(`apt-get ${args.join(' ')} failed (status ${result.status}); the tests that need it will say so.`);
}

/** Adds the backports suite of whatever mirror this machine already uses. */
function addBackports(say) {
  const configured = aptSources();
  if (/bookworm-backports/.test(configured)) return;
  const mirror = /^URIs:\s*(\S+)/m.exec(configured)?.[1] ?? /^deb(?:\s+\[[^\]]*\])?\s+(\S+)\s+bookworm\s/m.exec(configured)?.[1];
  if (mirror === undefined) {
    say('No Debian mirror is configured, so the newer Mesa from bookworm-backports cannot be installed.');
    return;
  }
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const signed = existsSync(keyring) ? `Signed-By: ${keyring}\n` : '';
  writeFileSync(BACKPORTS_LIST, `Types: deb\nURIs: ${mirror}\nSuites: bookworm-backports\nComponents: main\n${signed}`);
}

/** The text of every apt source of Debian's own that is switched on. */
function aptSources() {
  const folder = '/etc/apt/sources.list.d';
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.(list|sources)$/.test(name))
        .map((name) => `${folder}/${name}`)
    : [];
  if (existsSync('/etc/apt/sources.list')) files.unshift('/etc/apt/sources.list');
  return files
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => /\bbookworm\b/.test(text))
    .join('\n');
}

/** @returns Debian's code name, or null on any other system */
function debianSuite() {
  if (!existsSync('/etc/os-release')) return null;
  const release = readFileSync('/etc/os-release', 'utf8');
  return /^ID=debian$/m.test(release) ? (/^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1] ?? null) : null;
}

function mesaMajor() {
  const result = spawnSync('dpkg-query', ['--status', LAVAPIPE], { encoding: 'utf8' });
  return Number(/^Version: (?:\d+:)?(\d+)/m.exec(result.stdout)?.[1] ?? 0);
}

function libraryExists(name) {
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'].some((folder) =>
    existsSync(`${folder}/${name}`),
  );
}
