import { useTheme2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import type {
  DashboardAnswer,
  PanelAnswer,
  PreviewDashboard,
  PreviewScope,
} from '../../../src/core/inspect/preview/protocol.js';
import { boxOf, cell, gap, placedPanels, type Placed } from './layout.js';
import { Panel } from './panel.js';
import { errors } from './setup.js';
import type { Source } from './source.js';
import { Variables } from './variables.js';

/** A panel that somebody wants to know more of. */
export interface Opened {
  readonly dashboard: PreviewDashboard;
  readonly place: string;
  readonly title: string;
  readonly answer: PanelAnswer | undefined;
}

interface Props {
  readonly dashboard: PreviewDashboard;
  readonly scope: PreviewScope;
  readonly source: Source;
  readonly build: number;
  readonly width: number;
  /** The place of the only panel to show. */
  readonly alone?: string | undefined;
  chosen(name: string, values: readonly string[]): void;
  opened(what: Opened): void;
  ready(): void;
}

/** A dashboard in one state: its variables, and its panels where they stand. */
export function Dashboard({ dashboard, scope, source, build, width, alone, chosen, opened, ready }: Props) {
  const theme = useTheme2();
  const [answer, setAnswer] = useState<DashboardAnswer>();
  const drawn = useRef(new Set<string>());
  const key = JSON.stringify([scope, build]);
  useEffect(() => {
    let isLate = false;
    drawn.current.clear();
    source.dashboard(scope).then(
      (got) => !isLate && setAnswer(got),
      (error: unknown) => errors.push(String(error)),
    );
    return () => {
      isLate = true;
    };
  }, [key]);
  const panels = placedPanels(dashboard.json).filter(({ place }) => alone === undefined || place === alone);
  const asking = panels.filter(({ json }) => json['type'] !== 'row');
  useEffect(() => {
    if (answer !== undefined && asking.length === 0) ready();
  }, [answer]);
  if (answer === undefined) return null;
  const bottom = Math.max(0, ...panels.map(({ y, h }) => y + h));
  return (
    <>
      <Variables variables={answer.variables} chosen={chosen} />
      <div
        className="grid"
        style={{ position: 'relative', width, height: alone === undefined ? bottom * (cell + gap) : 600 }}
      >
        {panels.map((panel) => {
          const box = alone === undefined ? boxOf(panel, width) : { left: 0, top: 0, width, height: 600 };
          if (panel.json['type'] === 'row')
            return <RowTitle key={panel.place} panel={panel} box={box} colour={theme.colors.text.primary} />;
          return (
            <div key={panel.place} className="panel" data-place={panel.place} style={{ position: 'absolute', ...box }}>
              <Panel
                panel={panel}
                facts={dashboard.panels.find(({ place }) => place === panel.place)}
                scope={scope}
                source={source}
                build={build}
                width={box.width}
                height={box.height}
                annotations={answer.annotations}
                drawn={() => {
                  drawn.current.add(panel.place);
                  if (drawn.current.size === asking.length) ready();
                }}
                opened={(got) =>
                  opened({ dashboard, place: panel.place, title: String(panel.json['title'] ?? ''), answer: got })
                }
              />
            </div>
          );
        })}
      </div>
    </>
  );
}

interface RowProps {
  readonly panel: Placed;
  readonly box: ReturnType<typeof boxOf>;
  readonly colour: string;
}

function RowTitle({ panel: { json }, box, colour }: RowProps) {
  const closed =
    json['collapsed'] === true ? ` (${(json['panels'] as readonly unknown[] | undefined)?.length ?? 0} panels)` : '';
  return (
    <div className="row" style={{ position: 'absolute', ...box, color: colour }}>
      {json['collapsed'] === true ? '›' : '⌄'} {String(json['title'] ?? '')}
      {closed}
    </div>
  );
}
