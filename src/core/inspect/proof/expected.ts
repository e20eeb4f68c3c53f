import type { QueryExpectation } from '../../model/expectation.js';
import type { ValueRange } from './value-problems.js';

/** The declaration for a query. */
export interface Expected {
  /** The scenario in which alone it has data. */
  readonly scenario: string | undefined;
  /** Why no server here has it. */
  readonly elsewhere: string | undefined;
  readonly range: ValueRange | undefined;
}

/** The declaration for a query of a dashboard. `row/panel` stands for all queries of the panel. */
export function expectedAt(
  expectations: readonly QueryExpectation[],
  uid: string | undefined,
  place: string,
): Expected {
  const here = expectations.filter(
    ({ dashboard, places }) => dashboard === uid && places.some((each) => isAt(each, place)),
  );
  return {
    scenario: here.find((each) => each.kind === 'only in')?.scenario,
    elsewhere: here.find((each) => each.kind === 'elsewhere')?.because,
    range: here.find((each) => each.kind === 'values'),
  };
}

/** Declarations that are about no query, in words. */
export function strayExpectations(
  expectations: readonly QueryExpectation[],
  known: readonly { readonly dashboard: string; readonly place: string }[],
  scenarios: readonly string[],
): readonly string[] {
  return expectations.flatMap((expectation) => {
    const isNamed = !('scenario' in expectation) || scenarios.includes(expectation.scenario);
    const named = isNamed
      ? []
      : [`the expectations name the scenario ${expectation.scenario}, which the pack does not list`];
    const { dashboard, places } = expectation;
    const own = known.filter((each) => each.dashboard === dashboard);
    const strays = places.filter((place) => !own.some((each) => isAt(place, each.place)));
    const words = strays.map(
      (place) => `${place} of ${dashboard} is declared in the expectations, but is not one of its queries`,
    );
    return [...words, ...named];
  });
}

function isAt(written: string, place: string): boolean {
  return place === written || place.startsWith(`${written}:`);
}
