import { expect, test } from 'vitest';
import { dashboardRef } from 'dashpack';

const good = { uid: 'home', title: 'Home', folder: 'overview' };

test('a reference says what it is given', () => {
  expect(dashboardRef(good)).toEqual({ kind: 'dashboard ref', ...good });
  expect(dashboardRef({ ...good, folder: 'A b_c.d-1', elsewhere: 'by hand' })).toEqual({
    kind: 'dashboard ref',
    ...good,
    folder: 'A b_c.d-1',
    elsewhere: 'by hand',
  });
});

test.each(['', 'a b', 'a/b', '../home', 'a.b', 'ä', 'x'.repeat(41)])('the uid "%s" is refused', (uid) => {
  expect(() => dashboardRef({ ...good, uid })).toThrow(`the uid "${uid}" is not one that Grafana takes`);
});

test.each(['', '.', '..', '../x', 'a/b', 'a\\b', '/x', '.hidden', 'a.', 'a ', ' a', 'a\nb', 'ä'])(
  'the folder "%s" is refused',
  (folder) => {
    expect(() => dashboardRef({ ...good, folder })).toThrow(
      `the folder "${folder}" of dashboard "home" is not a folder name`,
    );
  },
);

test.each(['', ' ', '\n'])('the title "%s" is refused', (title) => {
  expect(() => dashboardRef({ ...good, title })).toThrow('dashboard "home" has no title');
});
