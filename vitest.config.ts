import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// `import 'dashpack'`, in content and in tests, is src/index.ts.
const conditions = ['dashpack-source', ...defaultServerConditions];

// scripts/check-all.mjs adds up what the tests counted.
const counts = process.env['DASHPACK_TEST_COUNTS'] ?? '';

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**', 'tests/types/fixtures/**'],
    pool: 'forks',
    maxWorkers: 2, // each holds its own copy of the SDK and, in CLI tests, a child process
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: counts === '' ? ['default'] : ['default', ['json', { outputFile: counts }]],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
