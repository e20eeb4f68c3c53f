import { expect, test } from 'vitest';
import { noAlertTells, noPanelTells, scenario } from 'dashpack/simulate';
import { findBlindSpots } from '../../../../src/core/inspect/blind/blind-spots.js';

const storm = scenario('storm', 'It storms.', []);
const home = { uid: 'home', title: 'Home' };
const change = { place: 'row/up', id: 1, title: 'Up', how: 'no data' };

const signs = (panels: readonly (typeof change)[], alerts: readonly string[]) => [
  {
    scenario: storm,
    dashboards: new Map([
      ['home', panels],
      ['other', [change]],
    ]),
    alerts,
  },
];
const kinds = (found: ReturnType<typeof findBlindSpots>) => found.map(({ kind, scenario: name }) => `${kind} ${name}`);

test('a scenario that is seen on the home dashboard, and told, is no blind spot', () => {
  expect(findBlindSpots(signs([change], ['Storm']), home, [])).toEqual([]);
});

test('one that nobody sees at home, or that no alert tells, is one: unless it is accepted', () => {
  const nobody = signs([], []);
  expect(kinds(findBlindSpots(nobody, home, []))).toEqual(['unseen storm', 'silent storm']);
  expect(findBlindSpots(nobody, home, [])[0]?.message).toBe(
    'no panel of "Home" looks otherwise in the scenario storm: It storms.',
  );
  expect(findBlindSpots(nobody, home, [noPanelTells(['storm'], 'so'), noAlertTells(['storm'], 'so')])).toEqual([]);
  expect(kinds(findBlindSpots(nobody, home, [noPanelTells(['storm'], 'so')]))).toEqual(['silent storm']);
});

test('what is accepted without need, or is no scenario of the pack, is said', () => {
  const accepted = [noPanelTells(['storm'], 'so'), noAlertTells(['flood'], 'so')];
  expect(kinds(findBlindSpots(signs([change], ['Storm']), home, accepted))).toEqual([
    'accepted storm',
    'accepted flood',
  ]);
});

test('without a home dashboard, only alerts are asked for', () => {
  expect(kinds(findBlindSpots(signs([], []), undefined, []))).toEqual(['silent storm']);
});
