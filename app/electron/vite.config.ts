/** Bundles the desktop shell into dist/electron: the main process as a module, the sandboxed preload script as CommonJS. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const external = ['electron', /^node:/];

export default defineConfig({
  root: here('.'),
  builder: {
    async buildApp(builder) {
      await builder.build(builder.environments.main);
      await builder.build(builder.environments.preload);
    },
  },
  environments: {
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: here('../../dist/electron'),
        emptyOutDir: true,
        target: 'node22',
        minify: false,
        rollupOptions: { input: here('./main.ts'), external, output: { format: 'es', entryFileNames: 'main.js' } },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: here('../../dist/electron'),
        emptyOutDir: false,
        target: 'node22',
        minify: false,
        rollupOptions: { input: here('./preload.ts'), external, output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
      },
    },
  },
});
