import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { realTests } from './tests/projects/real-tests.js';

// `import 'dashpack'`, in content and in tests, is src/index.ts.
const conditions = ['dashpack-source', ...defaultServerConditions];

// scripts/gates adds up what the tests counted.
const counts = process.env['DASHPACK_TEST_COUNTS'] ?? '';

const real = realTests(import.meta.dirname);
const never = ['tests/fixtures/**', 'tests/types/fixtures/**'];
const ofPackage = 'tests/package/**/*.test.ts'; // in the gate `packaging`
const ofPage = ['tests/cli/dev.test.ts', 'tests/cli/snapshot.test.ts']; // in the gate `preview`, which builds the page

/** A machine under load is slow, not wrong. */
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    pool: 'forks',
    maxWorkers: 2, // each holds its own copy of the SDK and, in real tests, a child process
    reporters: counts === '' ? ['default'] : ['default', ['json', { outputFile: counts }]],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: [...never, ...real],
          isolate: false, // a third of the time: the modules are loaded once
          setupFiles: ['tests/projects/pure-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'real', include: [...real], exclude: [...never, ofPackage, ...ofPage], ...patient },
      },
      {
        extends: true,
        test: { name: 'drawn', include: ofPage, ...patient },
      },
      {
        extends: true,
        test: { name: 'package', include: [ofPackage], ...patient },
      },
    ],
  },
});
