import { createTheme, ThemeContext } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { useEffect, useState } from 'react';
import type { PreviewState } from '../../../src/core/inspect/preview/protocol.js';
import { Bar } from './bar.js';
import { Dashboard, type Opened } from './dashboard.js';
import { Drawer } from './drawer.js';
import { Faults } from './faults.js';
import { readPlace, writePlace, type Shown } from './place.js';
import type { Source } from './source.js';
import { Styles } from './styles.js';

const themes = { dark: createTheme({ colors: { mode: 'dark' } }), light: createTheme({ colors: { mode: 'light' } }) };

interface Props {
  readonly first: PreviewState;
  readonly source: Source;
}

/** The page. */
export function App({ first, source }: Props) {
  const [state, setState] = useState(first);
  const [shown, setShown] = useState(() => readPlace(location.hash));
  const [opened, setOpened] = useState<Opened>();
  const [size, setSize] = useState(window.innerWidth);
  useEffect(() => source.watch(() => void source.state().then(setState)), [source]);
  useEffect(() => {
    const again = (): void => setShown(readPlace(location.hash));
    const resized = (): void => setSize(window.innerWidth);
    window.addEventListener('hashchange', again);
    window.addEventListener('resize', resized);
    return () => {
      window.removeEventListener('hashchange', again);
      window.removeEventListener('resize', resized);
    };
  }, []);
  const go = (change: Partial<Shown>): void => {
    const next = { ...shown, ...change };
    history.replaceState(null, '', writePlace(next));
    setShown(next);
  };
  const theme = themes[shown.theme];
  const pack =
    state.packs.find(({ dashboards }) => dashboards.some(({ uid }) => uid === shown.dashboard)) ?? state.packs[0];
  const dashboard = pack?.dashboards.find(({ uid }) => uid === shown.dashboard) ?? pack?.dashboards[0];
  const scenarios = [
    shown.scenario === '' ? pack?.scenarios[0]?.name : shown.scenario,
    ...(shown.beside === '' ? [] : [shown.beside]),
  ];
  const room = (shown.width === '' ? size - 16 : Number(shown.width)) - (scenarios.length - 1) * 16;
  const time = (dashboard?.json['time'] ?? {}) as { readonly from?: string; readonly to?: string };
  const range = { from: shown.from || (time.from ?? 'now-6h'), to: shown.to || (time.to ?? 'now') };
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <Styles />
      {shown.bare ? null : <Bar state={state} shown={shown} dashboard={dashboard} go={go} />}
      <div className="sides">
        {dashboard === undefined
          ? null
          : scenarios.map((scenario, index) => (
              <div key={`${dashboard.uid} ${scenario} ${index}`} style={{ width: room / scenarios.length }}>
                {scenarios.length > 1 ? <h2>{scenario}</h2> : null}
                <Dashboard
                  dashboard={dashboard}
                  scope={{ dashboard: dashboard.uid, scenario, variables: shown.variables, range }}
                  source={source}
                  build={state.build}
                  width={room / scenarios.length}
                  alone={shown.panel === '' ? undefined : shown.panel}
                  chosen={(name, values) => go({ variables: { ...shown.variables, [name]: values } })}
                  opened={setOpened}
                  ready={() => {
                    requestAnimationFrame(() =>
                      requestAnimationFrame(() => (document.documentElement.dataset['ready'] = 'true')),
                    );
                  }}
                />
              </div>
            ))}
      </div>
      {opened === undefined ? null : (
        <Drawer opened={opened} close={() => setOpened(undefined)} go={go} shown={shown} />
      )}
      <Faults faults={state.faults} />
      <PortalContainer />
    </ThemeContext.Provider>
  );
}
