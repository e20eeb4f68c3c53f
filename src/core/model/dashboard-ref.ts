/** The identity of a dashboard: where links point, and where its file stands. */
export interface DashboardRef {
  readonly kind: 'dashboard ref';
  /** 1 to 40 of `A-Z a-z 0-9 - _`. Stays the same for the dashboard's life. */
  readonly uid: string;
  readonly title: string;
  /** The name that links give it, where that is not its title. */
  readonly short?: string;
  /** The Grafana folder, which is the folder of its file. */
  readonly folder: string;
  /** Set where the dashboard is provisioned by someone else: why. It has no file here. */
  readonly elsewhere?: string;
}
