/** Opens a folder or an address with the desktop's own program. */
import { spawn } from 'node:child_process';

/** `target`: a path or an address. Without a desktop nothing opens. */
export function openOnDesktop(target: string): void {
  const [program, ...args] = commandFor(target);
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}

function commandFor(target: string): string[] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', target];
    case 'darwin':
      return ['open', target];
    default:
      return ['xdg-open', target];
  }
}
