import { judged, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import type { VerifiedPack } from '../verified-pack.js';

/** Values that are secrets whatever they stand behind, by the forms that their makers gave them. */
const forms: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a token of Grafana', /\bgl(?:sa|c)_[A-Za-z0-9_+/=]{20,}/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/],
  ['a token of Slack', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ['an access key of AWS', /\bAKIA[0-9A-Z]{16}\b/],
  ['a token of a Telegram bot', /\b\d{8,10}:[A-Za-z0-9_-]{35}\b/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  ['a user and a password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^/\s:@"'$]+:[^/\s@"'$]+@/i],
];

const entry =
  /^\s*(?:-\s+)?["']?([\w.-]*(?:password|passwd|secret|token|api_?key|credentials?|authorization)[\w.-]*)["']?\s*[:=]\s*(.*)$/i;

/** Texts in the place of a secret that are not one: from the environment or a file, to be filled in, or nothing. */
const harmless = /^(?:$|[|>&{[]|\$[\w{(]|__[A-Z0-9_]+__$|(?:null|true|false)$|\/run\/secrets(?:\/|$))/;

/** A gate: no generated file of a pack holds something that looks like a secret. The value is never repeated. */
export function checkSecrets({ pack, files }: VerifiedPack): GateResult {
  const problems = [...files].flatMap(([path, text]) => secretsIn(path, text));
  return {
    check: 'files.secrets',
    subject: pack.name,
    ...judged(
      problems,
      `nothing in ${counted(files.size, 'generated file')} looks like a secret`,
      `${counted(problems.length, 'line')} with what looks like a secret`,
      'take it out of the TypeScript that wrote it: name an environment variable or a file; and change the secret, since git keeps it',
    ),
  };
}

/** The lines of a generated file that look as if they held a secret, in sentences. */
export function secretsIn(path: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const form = forms.find(([, pattern]) => pattern.test(line))?.[0];
    if (form !== undefined) return [`${path}:${index + 1} holds ${form}`];
    const [, name = '', written = ''] = isConfiguration(path) ? (entry.exec(line) ?? []) : [];
    const value = written
      .replace(/,\s*$/, '')
      .replace(/^["'](.*)["']$/, '$1')
      .trim();
    if (name === '' || /(?:_|-)?file$/i.test(name) || harmless.test(value)) return [];
    return [`${path}:${index + 1} has a value for ${name}`];
  });
}

/** In prose, a line may begin with "Token:". */
function isConfiguration(path: string): boolean {
  return /\.(?:json|ya?ml|template|env)$/.test(path);
}
