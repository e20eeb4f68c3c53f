/** What is not drawn says its type. */
export function drawUnknown(type: string) {
  return <div className="no-data">{`The panel type "${type}" is not drawn here.`}</div>;
}
