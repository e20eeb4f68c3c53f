import { renderMarkdown, textUtil } from '@grafana/data';
import type { Drawing } from './kind.js';

/** Markdown, HTML or code, cleaned of whatever could run. */
export function drawText({ options, text }: Drawing) {
  if (options['mode'] === 'code') return <pre className="text-panel">{text}</pre>;
  const html = options['mode'] === 'html' ? textUtil.sanitizeTextPanelContent(text) : renderMarkdown(text);
  return <div className="text-panel markdown-html" dangerouslySetInnerHTML={{ __html: html }} />;
}
