import { useTheme2 } from '@grafana/ui';

/** The styles of what is not Grafana's. */
export function Styles() {
  const { colors, typography, shape } = useTheme2();
  return (
    <style>{`
      html, body { background: ${colors.background.canvas}; overflow: auto; height: auto; position: static; }
      body { margin: 8px; font-family: ${typography.fontFamily}; }
      .bar { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 8px; align-items: center; }
      .bar select, .bar button, .variables select, .drawer button {
        background: ${colors.background.primary}; color: ${colors.text.primary};
        border: 1px solid ${colors.border.medium}; border-radius: ${shape.radius.default}; padding: 4px 8px; height: 32px;
      }
      .variables { display: flex; flex-wrap: wrap; gap: 12px; margin-bottom: 8px; color: ${colors.text.primary}; }
      .variables label { display: flex; gap: 6px; align-items: center; font-size: 12px; }
      .sides { display: flex; gap: 16px; }
      .sides h2 { font-size: 16px; margin: 0 0 8px; }
      .row { font-size: 16px; font-weight: 500; line-height: 30px; }
      .no-data { display: flex; width: 100%; height: 100%; align-items: center; justify-content: center; text-align: center; color: ${colors.text.secondary}; }
      .text-panel { height: 100%; overflow: auto; }
      .finding { min-width: 20px; text-align: center; border-radius: 10px; font-size: 12px; margin: 0 4px; color: #fff; background: ${colors.info.main}; }
      .finding.error { background: ${colors.error.main}; }
      .finding.warning { background: ${colors.warning.main}; color: #000; }
      .source { position: absolute; right: 8px; top: 6px; border: 0; background: none; color: ${colors.text.secondary}; opacity: 0; cursor: pointer; }
      .panel:hover .source { opacity: 1; }
      .drawer { position: fixed; right: 0; top: 0; bottom: 0; width: 560px; overflow: auto; padding: 16px; z-index: 1000;
        background: ${colors.background.primary}; border-left: 1px solid ${colors.border.medium}; }
      .drawer .close { float: right; }
      .drawer pre { white-space: pre-wrap; }
      .drawer td, .drawer th { padding: 2px 8px; text-align: left; border-bottom: 1px solid ${colors.border.weak}; font-size: 12px; }
      .drawer .error { color: ${colors.error.text}; }
      .drawer .warning { color: ${colors.warning.text}; }
      .faults { position: fixed; left: 24px; right: 24px; bottom: 24px; max-height: 60vh; overflow: auto; padding: 16px; z-index: 1001;
        background: ${colors.background.primary}; border: 2px solid ${colors.error.border}; border-radius: ${shape.radius.default}; }
      .faults h2 { color: ${colors.error.text}; font-size: 18px; }
      .faults pre { white-space: pre-wrap; margin: 4px 0; }
    `}</style>
  );
}
