import type { PreviewDashboard, PreviewState } from '../../../src/core/inspect/preview/protocol.js';
import type { Shown } from './place.js';

interface Props {
  readonly state: PreviewState;
  readonly shown: Shown;
  readonly dashboard: PreviewDashboard | undefined;
  go(change: Partial<Shown>): void;
}

const widths = ['', '1920', '1600', '1280', '1000'];
const ranges = ['', 'now-5m', 'now-15m', 'now-30m', 'now-1h', 'now-3h', 'now-6h', 'now-24h'];

/** The bar above: which dashboard, in which state of the system, how wide, and the links of the dashboard. */
export function Bar({ state, shown, dashboard, go }: Props) {
  const pack = state.packs.find(({ dashboards }) => dashboards.some(({ uid }) => uid === dashboard?.uid));
  const scenarios = pack?.scenarios ?? [];
  return (
    <nav className="bar">
      <select
        aria-label="Dashboard"
        value={dashboard?.uid}
        onChange={({ target }) => go({ dashboard: target.value, panel: '', variables: {} })}
      >
        {state.packs.map(({ name, dashboards }) => (
          <optgroup key={name} label={name}>
            {dashboards.map(({ uid, title }) => (
              <option key={uid} value={uid}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {scenarios.length === 0 ? null : (
        <>
          <Choice
            name="Scenario"
            value={shown.scenario || (scenarios[0]?.name ?? '')}
            options={scenarios.map(({ name }) => [name, name])}
            chosen={(scenario) => go({ scenario })}
          />
          <Choice
            name="Beside"
            value={shown.beside}
            options={[['', 'nothing beside'], ...scenarios.map(({ name }): [string, string] => [name, name])]}
            chosen={(beside) => go({ beside })}
          />
        </>
      )}
      <Choice
        name="Range"
        value={shown.from}
        options={ranges.map((from) => [from, from === '' ? 'its own range' : from])}
        chosen={(from) => go({ from, to: from === '' ? '' : 'now' })}
      />
      <Choice
        name="Width"
        value={shown.width}
        options={widths.map((width) => [width, width === '' ? 'all of the width' : `${width} px`])}
        chosen={(width) => go({ width })}
      />
      <Choice
        name="Theme"
        value={shown.theme}
        options={[
          ['dark', 'dark'],
          ['light', 'light'],
        ]}
        chosen={(theme) => go({ theme: theme === 'light' ? 'light' : 'dark' })}
      />
      {shown.panel === '' ? null : <button onClick={() => go({ panel: '' })}>all panels</button>}
      {linksOf(dashboard, state).map(({ title, uid }) => (
        <button key={`${title} ${uid}`} onClick={() => go({ dashboard: uid, panel: '' })}>
          {title}
        </button>
      ))}
    </nav>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  chosen(value: string): void;
}

function Choice({ name, value, options, chosen }: ChoiceProps) {
  return (
    <select aria-label={name} value={value} onChange={({ target }) => chosen(target.value)}>
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** The links of a dashboard that lead to another one here. */
function linksOf(dashboard: PreviewDashboard | undefined, { packs }: PreviewState) {
  const links = Array.isArray(dashboard?.json['links']) ? dashboard.json['links'] : [];
  const known = new Set(packs.flatMap(({ dashboards }) => dashboards.map(({ uid }) => uid)));
  return links.flatMap((link) => {
    const { url = '', title = '' } = (link ?? {}) as { readonly url?: string; readonly title?: string };
    const uid = /\/d\/([^/?]+)/.exec(url)?.[1] ?? '';
    return known.has(uid) ? [{ title, uid }] : [];
  });
}
