import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { follow, installInto, readGuide, runIn } from './follow-guide.js';

/** Installing is left to a link: what is tested is this checkout, not what a registry has. */
const installation = ['npm init -y', 'npm pkg set type=module', 'npm install --save-dev dashpack prettier'];

test('a new team that follows the guide to the letter gets what it says', () => {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-guide-')));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  const blocks = readGuide('new-pack');
  expect(
    blocks
      .find(({ language }) => language === 'sh')
      ?.text.trim()
      .split('\n'),
  ).toEqual(installation);
  for (const command of installation.slice(0, 2)) runIn(project, command);
  installInto(project);

  const { said, printed } = follow(blocks, project);
  expect(printed).toEqual(said);
  expect(said).toHaveLength(6);
}, 60_000);
