import type { State } from 'dashpack';
import { PROM } from '../../../datasources/claire/index.js';

const good: Pick<State, 'color'> = { color: 'green' };
const bad: Pick<State, 'color'> = { color: 'red' };

/** The circuit breaker as those see it who trade. */
export const BREAKER_INACTIVE = { 0: { text: 'INACTIVE', ...good }, 1: { text: 'ACTIVE', ...bad } } as const;

/** The circuit breaker as those see it who watch over the risk. */
export const BREAKER_SAFE = { 0: { text: 'SAFE', ...good }, 1: { text: 'TRIPPED', ...bad } } as const;

/** A tile a quarter as wide as the page. */
export const quarter = { width: 6, height: 5 } as const;

/** A row of tiles a quarter as wide as the page. */
export const quarters = { role: PROM, each: quarter } as const;

/** A row of tiles a third as wide as the page. */
export const thirds = { role: PROM, each: { width: 8, height: 5 } } as const;

/** A row whose axes begin at 0. */
export const fromZero = { role: PROM, each: { min: 0 } } as const;

/** Bars from 0 up: counts of intervals that have nothing in them are gaps. */
export const bars = { drawStyle: 'bars', fillOpacity: 60, lineWidth: 1 } as const;
