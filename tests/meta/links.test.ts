import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { repository, run, writeTree } from './tree.js';

/** The Markdown files of a repository: those that git knows, or would. */
function pagesIn(folder: string): readonly string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'];
  const { printed } = run('git', args, folder);
  return printed.split('\n').filter((path) => path !== '' && existsSync(join(folder, path)));
}

/** The text of a page without code, in which nothing is a link. */
function proseOf(text: string): string {
  return text.replaceAll(/^( *)(```+|~~~+)[\s\S]*?^\1\2 *$/gm, '').replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '`');
}

/** Where the links of a page lead, as they are written. */
function linksIn(text: string): readonly string[] {
  const prose = proseOf(text);
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const definitions = [...prose.matchAll(/^ {0,3}\[[^\]]+\]:\s+<?([^\s>]+)>?/gm)];
  return [...inline, ...definitions].map(([, target = '']) => target);
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsIn(text: string): ReadonlySet<string> {
  const used = new Map<string, number>();
  const outsideFences = text.replaceAll(/^( *)(```+|~~~+)[\s\S]*?^\1\2 *$/gm, '');
  const anchors = [...outsideFences.matchAll(/^#{1,6} +(.*?) *#*$/gm)].map(([, heading = '']) => {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = words.replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '').replaceAll(' ', '-');
    const before = used.get(slug) ?? 0;
    used.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set(anchors);
}

/** The problems of the links of a repository's pages. Addresses of other sites are left alone. */
function brokenLinks(folder: string): readonly string[] {
  return pagesIn(folder).flatMap((page) => {
    const text = readFileSync(join(folder, page), 'utf8');
    return linksIn(text).flatMap((link) => {
      if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(link)) return [];
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? join(folder, page) : join(folder, dirname(page), decodeURIComponent(path));
      if (path.startsWith('/') || relative(folder, target).startsWith('..'))
        return [`${page}: ${link} leaves the repository`];
      if (!existsSync(target)) return [`${page}: ${link} leads nowhere`];
      if (anchor === undefined) return [];
      const isThere = target.endsWith('.md') && anchorsIn(readFileSync(target, 'utf8')).has(anchor);
      return isThere ? [] : [`${page}: ${link} names a heading that is not there`];
    });
  });
}

test('every relative link in Markdown leads to a file, and its anchor to a heading', () => {
  expect(pagesIn(repository).length).toBeGreaterThan(100);
  expect(brokenLinks(repository)).toEqual([]);
});

test('what leads nowhere is found', () => {
  const folder = writeTree({
    'README.md': [
      '# The `x` house: start, here',
      '## Twice',
      '## Twice',
      '[a](docs/a.md) [b](docs/b.md) [c](#the-x-house-start-here) [d](#there) [e](docs/a.md#a-page) [f](docs/a.md#b)',
      '[g](https://example.org/x) `[h](nowhere.md)` [i](../out.md) [j][k] [l](#twice-1) [m](docs)',
      '',
      '[k]: docs/k.md',
      '',
      '```md',
      '# There',
      '[n](nowhere.md)',
      '```',
    ].join('\n'),
    'docs/a.md': '# A page\n',
  });
  run('git', ['init', '-q'], folder);
  expect(brokenLinks(folder)).toEqual([
    'README.md: docs/b.md leads nowhere',
    'README.md: #there names a heading that is not there',
    'README.md: docs/a.md#b names a heading that is not there',
    'README.md: ../out.md leaves the repository',
    'README.md: docs/k.md leads nowhere',
  ]);
});
