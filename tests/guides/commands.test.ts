import { expect, test } from 'vitest';
import { createProject } from '../cli/project.js';
import { follow, linkProgram, readGuide } from './follow-guide.js';

test.each([['build'], ['check'], ['diff'], ['explain']])(
  'the commands of the guide to %s print what it says',
  (name) => {
    const project = createProject();
    linkProgram(project.folder);
    const { said, printed } = follow(readGuide(name), project.folder);
    expect(said.length).toBeGreaterThan(1);
    expect(printed).toEqual(said);
  },
  60_000,
);
