// What the page never shows stays out of it: editors, maps, and what Grafana sends about its users.
const never =
  /^(?:monaco-editor|@monaco-editor\/|slate|@codemirror\/|@uiw\/|codemirror|@lezer\/|ol$|ol\/|@grafana\/faro|@hello-pangea\/dnd|react-dropzone|jquery|prismjs|react-colorful)/;

/** Any name of a module that is left out is a component that shows nothing. */
const nothing = `
const nothing = new Proxy(function () { return null; }, {
  get: (target, name) => (name === 'prototype' ? target.prototype : name === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => null,
  construct: () => ({}),
});
module.exports = nothing;
`;

/** The plugin of esbuild that leaves them out. */
export const stubs = {
  name: 'stubs',
  setup(build) {
    build.onResolve({ filter: never }, ({ path }) => ({ path, namespace: 'stub' }));
    // Its rules would ask a server for fonts: the page has them in itself.
    build.onLoad({ filter: /GlobalStyles[/\\]fonts\.mjs$/ }, () => ({
      contents: 'export function getFontStyles() { return {}; }',
      loader: 'js',
    }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: nothing, loader: 'js' }));
  },
};
