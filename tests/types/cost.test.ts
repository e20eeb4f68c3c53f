import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emitDeclarations, runCompiler } from './diagnostics.js';
import { writeSynthetic } from './synthetic.js';

// Measured (742,748 and 124,619) and 15 %. Where a change needs more, look at what `tsc --generateTrace` says first.
const budget = { instantiations: 855_000, types: 143_000 };

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-cost-')));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function numberBehind(label: string, printed: string): number {
  const [, digits] = new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(printed) ?? [];
  if (digits === undefined) throw new Error(`the compiler printed no "${label}":\n${printed}`);
  return Number(digits);
}

test('1,000 families and 1,000 panels type-check within the budget', () => {
  emitDeclarations(folder);
  writeSynthetic(folder);
  const { code, printed } = runCompiler(folder, [
    '-p',
    '.',
    '--noEmit',
    '--extendedDiagnostics',
    '--singleThreaded',
    '--pretty',
    'false',
  ]);
  expect({
    code,
    errors: printed
      .split('\n')
      .filter((line) => line.includes('error TS'))
      .slice(0, 5),
  }).toEqual({ code: 0, errors: [] });
  const cost = { instantiations: numberBehind('Instantiations', printed), types: numberBehind('Types', printed) };
  console.info(
    `type cost: ${cost.instantiations} instantiations, ${cost.types} types, ${numberBehind('Check time', printed)} s`,
  );
  expect(cost.instantiations).toBeLessThan(budget.instantiations);
  expect(cost.types).toBeLessThan(budget.types);
}, 120_000);
