import type { FieldConfig, Panel as SdkPanelModel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelSuppression } from '../model/lint-settings.js';
import type { Position } from '../model/position.js';
import type { AnyVariable } from '../model/variable.js';
import type { AnyQuery } from '../query/query.js';
import type { AnySqlQuery } from '../sql/sql-query.js';
import type { AnyDataLink } from './links.js';
import type { AnyOverride } from './overrides.js';
import type { Json } from '../model/json.js';
import type { Plain } from './plain.js';
import type { States, Thresholds } from './states.js';
import type { Visualisation } from './visualisation.js';

declare const asked: unique symbol;

/** A panel as its author wrote it. Its position, id and datasource follow when its dashboard is assembled. */
export interface PanelDefinition {
  readonly kind: 'panel';
  readonly visualisation: Visualisation;
  readonly title: string;
  readonly queries: readonly AnyQuery[];
  /** The queries in SQL, after the others. */
  readonly sql?: AnySqlQuery | undefined;
  /** True where its queries may ask several roles. */
  readonly mixed: boolean;
  readonly options: PanelOptions;
  /** The visualisation's own options, over our defaults. */
  readonly visualOptions: Json;
  /** The visualisation's own field options, over our defaults. */
  readonly custom: Json | undefined;
  readonly links: readonly AnyDataLink[];
  readonly position: Position;
}

/** A panel, with what its dashboard must know of it: the roles it asks and the variables it uses. */
export interface Panel<Role extends string, Variables extends string> extends PanelDefinition {
  readonly [asked]: {
    readonly role: (asked: { readonly [N in Role]: true }) => void;
    readonly variables: (declared: { readonly [N in Variables]: true }) => void;
  };
}

/** Any panel. */
export interface AnyPanel extends PanelDefinition {
  readonly [asked]: { readonly role: (asked: never) => void; readonly variables: (declared: never) => void };
}

/** The roles that a panel asks. */
export type PanelRole<P> = P extends { readonly [asked]: { readonly role: (asked: infer Asked) => void } }
  ? keyof Asked & string
  : never;

/** The variables that a panel uses. */
export type PanelVariables<P> = P extends {
  readonly [asked]: { readonly variables: (declared: infer Declared) => void };
}
  ? keyof Declared & string
  : never;

/** A step between the queries and the picture, as Grafana's transformations are named. */
export type Transformation = {
  /** Grafana's id: `organize`, `merge`, `reduce`, … */
  readonly id: string;
  readonly options: { readonly [key: string]: Json | undefined };
  readonly disabled?: boolean;
  /** Which frames it works on. */
  readonly filter?: { readonly id: string; readonly options?: Json };
  readonly topic?: 'series' | 'annotations' | 'alertStates';
};

/** The options of every visualisation. */
export interface PanelOptions {
  /** Columns of the grid, 1 to 24. Default by visualisation. */
  readonly width?: number;
  /** Rows of the grid, 30 pixels each. Default by visualisation. */
  readonly height?: number;
  /** Default: the help of the metrics that are asked. */
  readonly description?: string;
  /** A Grafana unit. Default: what the metrics and operations give. */
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  /** The text where there is no value. Default: Grafana's "No data". */
  readonly noValue?: string;
  /** The meaning of values, as text and colour. */
  readonly states?: States;
  readonly thresholds?: Thresholds;
  /** A fixed colour for all series. Default: thresholds where there are some, else the classic palette. */
  readonly color?: string;
  /** Names fields, over the legend. */
  readonly displayName?: string;
  readonly overrides?: readonly AnyOverride[];
  readonly transformations?: readonly Transformation[];
  readonly transparent?: boolean;
  /** One panel for each value of a variable. */
  readonly repeat?: AnyVariable;
  readonly repeatDirection?: 'h' | 'v';
  readonly maxPerRow?: number;
  /** The least step of its range queries, a duration. */
  readonly interval?: string;
  readonly maxDataPoints?: number;
  /** Shows this time range instead of the dashboard's: `6h`. */
  readonly timeFrom?: string;
  readonly timeShift?: string;
  readonly hideTimeOverride?: boolean;
  readonly cacheTimeout?: string;
  readonly queryCachingTTL?: number;
  /** Field options that have no name here, as the Foundation SDK types them. */
  readonly field?: SdkField;
  /** Panel options that have no name here, as the Foundation SDK types them. */
  readonly sdk?: SdkPanel;
  /** Findings of `dashpack lint` about this panel that are accepted, and why. Grafana never sees it. */
  readonly suppress?: readonly PanelSuppression[];
}

/** The field options of the SDK but for those that `PanelOptions` names. */
export type SdkField = Omit<
  Plain<FieldConfig>,
  'unit' | 'decimals' | 'min' | 'max' | 'noValue' | 'displayName' | 'mappings' | 'thresholds' | 'links' | 'custom'
>;

/** The panel options of the SDK but for those that `PanelOptions` names, and those that follow. */
export type SdkPanel = Pick<Plain<SdkPanelModel>, 'links' | 'timeCompare' | 'pluginVersion'>;
