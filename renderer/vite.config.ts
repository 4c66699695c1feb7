/** Builds the interface into dist/renderer: static files without inline scripts, fit for a strict content security policy. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative, so that the same files serve from a web server and from Electron's own scheme.
  base: './',
  plugins: [react()],
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
