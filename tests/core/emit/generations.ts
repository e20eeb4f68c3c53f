import type { Artifact } from '../../../src/core/model/artifact.js';
import { printManifest } from '../../../src/core/emit/manifest.js';

/** The pack of every test that writes one pack. */
export const pack = 'peak-trade';

/** Which build wrote a file: old and new differ in every file's content, and in a third of the paths. */
export type Generation = 'A' | 'B';

/** One build's files: every third path is in this generation only, in a folder of its own. */
export function createGeneration(generation: Generation, count: number, size = 4000): readonly Artifact[] {
  return Array.from({ length: count }, (_artifact, index) => {
    const folder = index % 3 === 0 ? `only-${generation}` : 'both';
    return {
      path: `grafana/dashboards/${folder}/${index}.json`,
      text: `${generation}${index} `.repeat(size / 4).concat('\n'),
    };
  });
}

/** What the output folder must look like when the generation, and nothing else, is in it. */
export function expectedTree(artifacts: readonly Artifact[]): Readonly<Record<string, string>> {
  const files = artifacts.map(({ path, text }) => [`${pack}/${path}`, text]);
  return Object.fromEntries([...files, [`${pack}/manifest.json`, printManifest(artifacts.map(({ path }) => path))]]);
}
