// Where the system's own packages come from, read from the sources of apt.

/**
 * The source that has the packages of a release, as apt names it: its address, and the key that signs it where the source
 * names one; undefined where there is none.
 *
 * @param texts the files of sources, by their names: `.sources` has stanzas of fields, `.list` a line each
 */
export function findMirror(texts, codename) {
  const sources = Object.entries(texts).flatMap(([name, text]) =>
    name.endsWith('.sources') ? readStanzas(text) : readLines(text),
  );
  return sources.find(({ suites, uri }) => suites.includes(codename) && /\/debian\/?$/.test(uri));
}

function readStanzas(text) {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  return lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((stanza) => {
      const fields = stanza.matchAll(/^([\w-]+):[ \t]*(.*(?:\n[ \t].*)*)/gm);
      return Object.fromEntries([...fields].map(([, key, value]) => [key.toLowerCase(), value]));
    })
    .filter(({ types = '', enabled = 'yes' }) => types.split(/\s+/).includes('deb') && enabled.trim() !== 'no')
    .flatMap(({ uris = '', suites = '', 'signed-by': signedBy }) =>
      words(uris).map((uri) => ({ uri, suites: words(suites), signedBy })),
    );
}

function readLines(text) {
  const lines = text.matchAll(/^deb[ \t]+(?:\[([^\]]*)\][ \t]+)?(\S+)[ \t]+(\S+)/gm);
  return [...lines].map(([, options = '', uri, suite]) => ({
    uri,
    suites: [suite],
    signedBy: /signed-by=(\S+)/.exec(options)?.[1],
  }));
}

function words(text) {
  return text.split(/\s+/).filter((word) => word !== '');
}
