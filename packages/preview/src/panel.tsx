import { LoadingState, type DataFrame } from '@grafana/data';
import { ErrorBoundary, PanelChrome, useTheme2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import type {
  PanelAnswer,
  PreviewAnnotation,
  PreviewPanelFacts,
  PreviewScope,
} from '../../../src/core/inspect/preview/protocol.js';
import { drawnFrames, timeRangeOf } from './frames.js';
import { kinds } from './kinds/index.js';
import { drawUnknown } from './kinds/unknown.js';
import type { Placed } from './layout.js';
import { errors } from './setup.js';
import type { Source } from './source.js';

interface Props {
  readonly panel: Placed;
  readonly facts: PreviewPanelFacts | undefined;
  readonly scope: PreviewScope;
  readonly source: Source;
  readonly build: number;
  readonly width: number;
  readonly height: number;
  readonly annotations: readonly PreviewAnnotation[];
  drawn(): void;
  opened(answer: PanelAnswer | undefined): void;
}

interface Drawn {
  readonly answer: PanelAnswer;
  readonly frames: DataFrame[];
}

/** A panel: its frame, and in it what its queries returned. */
export function Panel({ panel, facts, scope, source, build, width, height, annotations, drawn, opened }: Props) {
  const theme = useTheme2();
  const { json, place } = panel;
  const [result, setResult] = useState<Drawn | Error>();
  const key = JSON.stringify([scope, place, Math.round(width), build]);
  useEffect(() => {
    let isLate = false;
    const ask = async (): Promise<void> => {
      try {
        const answer = await source.panel({ ...scope, place, width: Math.round(width) });
        const config = {
          overrides: [],
          ...json['fieldConfig'],
          defaults: structuredClone(json['fieldConfig']?.defaults ?? {}),
        };
        const frames = await drawnFrames(answer, json['transformations'] ?? [], config, theme);
        if (!isLate) setResult({ answer, frames });
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        errors.push(`${place}: ${failure.message}`);
        if (!isLate) setResult(failure);
      }
    };
    void ask();
    return () => {
      isLate = true;
    };
  }, [key]);
  useEffect(() => {
    if (result !== undefined) drawn();
  }, [result]);
  const isDone = result !== undefined && !(result instanceof Error);
  const failed =
    result instanceof Error
      ? result.message
      : isDone
        ? result.answer.asked.find(({ error }) => error !== undefined)?.error
        : undefined;
  const title = isDone ? result.answer.title : String(json['title'] ?? '');
  const worst = facts?.findings.find(({ severity }) => severity === 'error') ?? facts?.findings[0];
  return (
    <PanelChrome
      width={width}
      height={height}
      title={title}
      description={typeof json['description'] === 'string' ? json['description'] : ''}
      displayMode={json['transparent'] === true ? 'transparent' : 'default'}
      padding={json['type'] === 'table' || json['type'] === 'row' ? 'none' : 'md'}
      loadingState={
        result === undefined ? LoadingState.Loading : failed === undefined ? LoadingState.Done : LoadingState.Error
      }
      {...(failed === undefined ? {} : { statusMessage: failed })}
      titleItems={[
        worst === undefined ? null : (
          <a
            key="finding"
            className={`finding ${worst.severity}`}
            href={worst.page}
            target="_blank"
            rel="noreferrer"
            title={`${worst.id}: ${worst.message}`}
          >
            {facts?.findings.length}
          </a>
        ),
        <button
          key="source"
          className="source"
          title="Where it is written, and what it asks"
          onClick={() => opened(isDone ? result.answer : undefined)}
        >
          ⌕
        </button>,
      ]}
    >
      {(wide, high) =>
        isDone ? <Content json={json} result={result} width={wide} height={high} annotations={annotations} /> : null
      }
    </PanelChrome>
  );
}

interface ContentProps {
  readonly json: Placed['json'];
  readonly result: Drawn;
  readonly width: number;
  readonly height: number;
  readonly annotations: readonly PreviewAnnotation[];
}

function Content({ json, result: { answer, frames }, width, height, annotations }: ContentProps) {
  const theme = useTheme2();
  const type = String(json['type']);
  const kind = kinds[type];
  if (kind === undefined) return drawUnknown(type);
  const shown = annotations.filter(
    ({ isHidden, filter }) =>
      !isHidden && (filter === undefined || filter.ids.includes(Number(json['id'])) !== filter.exclude),
  );
  const Kind = kind;
  return (
    <ErrorBoundary>
      {({ error }) => {
        if (error !== null && error !== undefined) {
          errors.push(`${json['title']}: ${error.message}`);
          return <div className="no-data">{error.message}</div>;
        }
        return (
          <Kind
            frames={frames}
            options={json['options'] ?? {}}
            fieldConfig={{ defaults: {}, overrides: [], ...json['fieldConfig'] }}
            range={timeRangeOf(answer.range)}
            width={width}
            height={height}
            theme={theme}
            annotations={shown}
            text={answer.text ?? ''}
          />
        );
      }}
    </ErrorBoundary>
  );
}
