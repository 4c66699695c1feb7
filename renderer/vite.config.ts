/** Builds the interface into dist/renderer: static files without inline scripts, fit for a strict content security policy. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** KaTeX's stylesheet names each font in three formats; every browser this runs in takes the first. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/katex/') && id.endsWith('.css')
      ? code.replaceAll(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\(["'](woff|truetype)["']\)/g, '')
      : undefined,
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative, so that the same files serve from a web server and from Electron's own scheme.
  base: './',
  plugins: [woff2Only, react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    // A font inlined as data: would be forbidden by the policy.
    assetsInlineLimit: 0,
    // Read from the disk, not from a network: one chunk of this size loads faster than several.
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
  },
});
