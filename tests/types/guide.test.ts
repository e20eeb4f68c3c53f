import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDiagnostics, repository, runCompiler } from './diagnostics.js';
import { readExpectations } from './expectations.js';

const folder = join(import.meta.dirname, 'fixtures/negative');
const guide = readFileSync(join(repository, 'docs/guides/compile-errors.md'), 'utf8');

/** A wrong line and a part of its message, as the guide shows them. */
const example = /```ts\n((?:(?!```)[^])*?)\n```\n\n```text\n(.*)\n```/g;

test('the examples of the guide are tested lines, and the messages are those that the compiler prints', () => {
  const examples = [...guide.matchAll(example)].map(([, source = '', message = '']) => ({ source, message }));
  expect(examples.length).toBeGreaterThan(20);
  const diagnostics = readDiagnostics(runCompiler(folder, ['-p', '.', '--pretty', 'false']).printed);
  const printed = readExpectations(folder).map(({ file, line, source }) => ({
    source,
    messages: diagnostics.filter((found) => found.file === file && found.line === line).map(({ message }) => message),
  }));
  const untrue = examples.filter(
    ({ source, message }) =>
      !printed.some((found) => found.source === source && found.messages.some((text) => text.includes(message))),
  );
  expect(untrue).toEqual([]);
});
