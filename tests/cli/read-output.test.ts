import { expect, test } from 'vitest';
import { readOutput } from '../../src/cli/type-check/run-compiler.js';

test('reads the errors and the files that the compiler prints', () => {
  const next = 'correct the types, or run with --no-type-check to go on without';
  expect(
    readOutput(`a (1).ts(3,7): error TS2322: Type 'x' is not assignable.
  Because of this.
    And that.
b.ts(1,1): error TS2307: Cannot find module 'dashpack' or its corresponding type declarations.
error TS5083: Cannot read file '/x/base.json'.
/lib/lib.es5.d.ts
/x/a (1).ts
`),
  ).toEqual({
    faults: [
      {
        message: "error TS2322: Type 'x' is not assignable.\n  Because of this.\n    And that.",
        position: { file: 'a (1).ts', line: 3, column: 7 },
        next,
        exitCode: 2,
      },
      {
        message: "error TS2307: Cannot find module 'dashpack' or its corresponding type declarations.",
        position: { file: 'b.ts', line: 1, column: 1 },
        next: 'npm install --save-dev dashpack, so that its types are found',
        exitCode: 2,
      },
      { message: "error TS5083: Cannot read file '/x/base.json'.", position: undefined, next, exitCode: 2 },
    ],
    files: ['/lib/lib.es5.d.ts', '/x/a (1).ts'],
  });
});
