// The gates, and what each depends on.
import { lacking } from '../servers/next-release.mjs';

/** The files that every gate depends on: who runs it, and with what. */
const always = ['package.json', 'package-lock.json', 'scripts/gates/**', 'scripts/check-all.mjs'];

/** The compiled files: the core, the recipes and the entries. */
const sources = ['src/**', 'scripts/compile.mjs', 'tsconfig*.json', 'bin/**'];

/** The files that build the packs. */
const packs = [...sources, 'dashpack.config.ts', 'dashpack.prod.config.ts', 'generated/**'];

const servers = ['prometheus --version', 'promtool --version', 'amtool --version', 'victoria-metrics --version'];

/**
 * In the order in which they begin. `script` is one of package.json's. Where it runs tests, `counts` is where vitest
 * writes how many. A gate begins when those that it is `after` have ended.
 *
 * `inputs`: the files that its verdict depends on, as globs; `tools`: commands that print the version of what it calls
 * and npm did not install, or another thing that it depends on. With `--changed`, a gate that was green with the same
 * inputs is not run again. One without inputs always is: it knows by itself whether there is anything to do.
 *
 * A gate that `lacks` something (which returns a sentence then) is skipped; where it `mustRun`, it fails in continuous
 * integration.
 */
export const GATES = [
  { name: 'compile', script: 'compile', inputs: [] },
  {
    name: 'real tests',
    script: 'tests:real',
    counts: 'tests-real.json',
    after: ['compile'],
    inputs: ['**'],
    tools: [...servers, 'git --version'],
  },
  {
    name: 'preview',
    script: 'preview',
    counts: 'tests-drawn.json',
    after: ['compile'],
    inputs: ['packages/preview/**', 'scripts/preview.mjs', ...packs, 'tests/cli/**'],
    tools: [...servers, 'npm --version', 'chromium --version'],
  },
  { name: 'proof', script: 'prove', after: ['compile'], inputs: packs, tools: servers },
  { name: 'generated', script: 'generated', inputs: ['generated/**', 'scripts/check-generated.mjs'], tools: servers },
  {
    name: 'prometheus 3',
    script: 'prometheus-3',
    after: ['compile', 'proof', 'generated'],
    inputs: [...packs, 'scripts/**'],
    lacks: () => lacking(),
    mustRun: true,
  },
  { name: 'pure tests', script: 'tests:pure', counts: 'tests-pure.json', inputs: ['**'] },
  { name: 'format', script: 'format:check', inputs: ['**'] },
  { name: 'lint', script: 'lint', inputs: ['**/*.{ts,mts,js,mjs}', '.oxlintrc.json', 'tsconfig*.json'] },
  { name: 'types', script: 'types', inputs: ['**/*.{ts,mts,json}'] },
  {
    name: 'layers',
    script: 'layers',
    inputs: ['src/**', 'dashpack.config.ts', '.dependency-cruiser.mjs', 'scripts/layers/**'],
  },
  { name: 'unused', script: 'unused', inputs: ['**/*.{ts,mts,js,mjs,cjs,json}'] },
  {
    name: 'zero diff',
    script: 'zero-diff',
    after: ['compile'],
    inputs: [...packs, 'scripts/zero-diff.mjs'],
    tools: ['git status --porcelain -- generated', 'git ls-files --stage -- generated'],
  },
  {
    name: 'packaging',
    script: 'packaging',
    counts: 'packaging.json',
    after: ['compile'],
    inputs: [...sources, 'docs/**', 'tests/package/**', '*.md', 'LICENSE', 'vitest.config.ts'],
  },
].map((gate) => ({
  after: [],
  tools: [],
  ...gate,
  inputs: gate.inputs.length === 0 ? [] : [...always, ...gate.inputs],
}));
