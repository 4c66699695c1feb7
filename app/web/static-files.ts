/** The built interface, read once into memory: nothing outside that folder can ever be served, whatever the path says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

const INDEX = 'index.html';

export interface StaticFile {
  readonly body: Buffer;
  readonly type: string;
  /** The name holds a hash of the content: it may be kept for good. */
  readonly immutable: boolean;
}

/** @returns files by URL path, `/` being index.html; @throws when the interface has not been built */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(join(folder, INDEX)))
    throw new Error(`There is no ${INDEX} in ${folder}. Build the interface with "npm start".`);
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const url = posix.join('/', path.slice(folder.length).replaceAll('\\', '/'));
    files.set(url, { body: readFileSync(path), type, immutable: url.startsWith('/assets/') });
  }
  const index = files.get(`/${INDEX}`);
  if (index !== undefined) files.set('/', index);
  return files;
}
