// The fonts, at the paths that Grafana's styles ask for them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const mono = 'fonts/roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2';

const files = [
  {
    family: 'Inter',
    weight: 400,
    path: 'fonts/inter/Inter-Regular.woff2',
    file: 'inter/files/inter-latin-400-normal.woff2',
  },
  {
    family: 'Inter',
    weight: 500,
    path: 'fonts/inter/Inter-Medium.woff2',
    file: 'inter/files/inter-latin-500-normal.woff2',
  },
  { family: 'Roboto Mono', weight: 400, path: mono, file: 'roboto-mono/files/roboto-mono-latin-400-normal.woff2' },
];

/** Each with its family, its weight, the path that it is asked at, and its bytes in Base64. */
export function fonts(root) {
  return files.map(({ file, ...rest }) => ({
    ...rest,
    bytes: readFileSync(join(root, 'node_modules/@fontsource', file)).toString('base64'),
  }));
}
