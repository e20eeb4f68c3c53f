/** What Grafana shows where there is nothing to draw. */
export function NoData({ words = 'No data' }: { readonly words?: string }) {
  return <div className="no-data">{words}</div>;
}
