/** A matcher of one label of the series that an effect is about. */
export interface LabelMatch {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** When an effect holds, in seconds from the start of the scenario: from the first on, until before the second. */
export interface During {
  readonly from: number;
  readonly to: number;
}

/** Which series an effect is about: those of one family, or all of a job but those of some families. */
export type About =
  | { readonly family: string; readonly matchers: readonly LabelMatch[] }
  | { readonly job: string; readonly but: readonly string[] };

/** Something that a producer, or the way to it, does. */
export type JobEffect =
  | ({ readonly kind: 'down'; readonly job: string } & During)
  | ({ readonly kind: 'unscraped'; readonly job: string } & During)
  | { readonly kind: 'restart'; readonly job: string; readonly at: number };

/** How often something is counted: so many times a second, or so many times the usual. */
export interface PaceEffect extends During {
  readonly kind: 'pace';
  readonly about: About;
  readonly perSecond?: number;
  readonly factor?: number;
  /** True where the count of the first minutes of the producer's life stays, though the effect has held ever since. */
  readonly keepsHistory: boolean;
}

/** The observations of a histogram: its median, in the unit of the family, and how wide it is spread. */
export interface ObservedEffect extends During {
  readonly kind: 'observed';
  readonly about: About;
  readonly median: number;
  readonly spread: number;
}

/** The values of a gauge. */
export type GaugeEffect = { readonly about: About } & During &
  (
    | { readonly kind: 'frozen' }
    | { readonly kind: 'value'; readonly value: number }
    | { readonly kind: 'between'; readonly low: number; readonly high: number }
    | { readonly kind: 'one of'; readonly label: string; readonly value: string }
    | { readonly kind: 'reads'; readonly what: 'start time' | 'uptime' | 'count' }
  );

/** True where series are there. */
export type PresenceEffect =
  | ({ readonly kind: 'absent' | 'present'; readonly about: About } & During)
  | { readonly kind: 'appears'; readonly about: About; readonly at: number };

/** The values that open labels have. */
export interface LabelsEffect {
  readonly kind: 'labels';
  readonly about: About;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** One thing that goes otherwise than usual. Where several decide one thing, the last of a scenario does. */
export type Effect = JobEffect | PaceEffect | ObservedEffect | GaugeEffect | PresenceEffect | LabelsEffect;

/** How the producers of a pack behave. */
export interface Scenario {
  readonly kind: 'scenario';
  /** As the command line knows it: letters, digits and `-`. */
  readonly name: string;
  /** The events of the scenario, in a sentence. */
  readonly summary: string;
  readonly effects: readonly Effect[];
  /** Seconds from its start after which all of it can be seen: alerts fire that it is made for. */
  readonly shownAt: number;
  /** The names of the alerts that it is made for. */
  readonly fires: readonly string[];
}
