import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const folder = join(import.meta.dirname, 'dist');

export function page({ title, recorded }) {
  const given = JSON.stringify({ recorded }).replaceAll('<', '\\u003c');
  const script = recorded === undefined ? '<script src="client.js"></script>' : `<script>${clientText()}</script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeText(title)}</title>
<style>${readFileSync(join(folder, 'client.css'), 'utf8')}</style>
<script>window.__dashpack = ${given};</script>
</head>
<body>
${script}
</body>
</html>
`;
}

/** The script within a page: what would end it there is written otherwise. */
function clientText() {
  return readFileSync(join(folder, 'client.js'), 'utf8')
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '<\\!--');
}

function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
