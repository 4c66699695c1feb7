#!/usr/bin/env node
/** `quorum …` as an installed command: the CLI on the pinned Node. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode, root } from './setup.mjs';

const result = spawnSync(pinnedNode(), [join(root, 'app/cli/main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(result.status ?? 1);
