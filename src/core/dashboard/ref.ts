import type { DashboardRef } from '../model/dashboard-ref.js';

const uidPattern = /^[A-Za-z0-9_-]{1,40}$/;
const folderPattern = /^[A-Za-z0-9][A-Za-z0-9 _.-]*$/;

/**
 * Names a dashboard, so that others can link to it and its file can define it.
 *
 * @param names `uid`: 1 to 40 letters, digits, `-` and `_`, for the dashboard's life; `folder`: the Grafana folder;
 * `short`: what links call it, default the title; `elsewhere`: why it has no file here, where somebody else provisions it
 *
 * @example
 * export const operatorHome = dashboardRef({ uid: 'operator-home', title: 'Operator Home', folder: 'overview' });
 */
export function dashboardRef(names: {
  readonly uid: string;
  readonly title: string;
  readonly short?: string;
  readonly folder: string;
  readonly elsewhere?: string;
}): DashboardRef {
  if (!uidPattern.test(names.uid)) {
    throw new RangeError(`the uid "${names.uid}" is not one that Grafana takes: use 1 to 40 letters, digits, - and _`);
  }
  if (names.title.trim() === '') throw new RangeError(`dashboard "${names.uid}" has no title`);
  if (!folderPattern.test(names.folder) || names.folder.endsWith('.') || names.folder.endsWith(' ')) {
    throw new RangeError(
      `the folder "${names.folder}" of dashboard "${names.uid}" is not a folder name: use letters, digits, spaces, - and _, without / or ..`,
    );
  }
  return { kind: 'dashboard ref', ...names };
}

/** Names a dashboard of one folder. Takes what `dashboardRef` takes. */
export type FolderRefs = (
  uid: string,
  title: string,
  options?: { readonly short?: string; readonly elsewhere?: string },
) => DashboardRef;

/**
 * Names the dashboards of one Grafana folder.
 *
 * @example
 * const overview = dashboardsIn('overview');
 * export const operatorHome = overview('operator-home', 'PeakTrade Operator Home', { short: 'Operator Home' });
 */
export function dashboardsIn(folder: string): FolderRefs {
  return (uid, title, options = {}) => dashboardRef({ uid, title, folder, ...options });
}
