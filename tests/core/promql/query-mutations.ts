/** Makes queries of one that is right: some are still right, most are wrong. */
type Mutation = (query: string) => readonly string[];

const token = /#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|[\w:.]+|\s+|[=!<>]=|=~|!~|./gsu;
const isText = /^["'`]/;
const isNumber = /^(?:\d[\w.]*|\.\d+)$/;
const isName = /^[A-Za-z_:][\w:]*$/;
const isOperator = /^(?:[-+*/%^<>]|[=!<>]=|and|or|unless|atan2)$/i;

const texts = [
  String.raw`"\a\b\f\n\r\t\v\\\""`,
  String.raw`"\x41\101\u00e9\U0001F600"`,
  String.raw`"\'"`,
  String.raw`'\''`,
  String.raw`'\"'`,
  String.raw`"\x4"`,
  String.raw`"\400"`,
  String.raw`"\u00"`,
  String.raw`"\ud800"`,
  String.raw`"\U00110000"`,
  '`\\d+`',
  '"é😀"',
  '"a\nb"',
  '`a\nb`',
  '""',
];
const numbers = ['0x1F', '0X1f', '0x', '0b1', '0o7', '017', '09', '1e3', '1E-3', '1e', '.5', '5.', '.', 'Inf', '+inf'];
const moreNumbers = ['-Inf', 'iNf', 'NaN', 'nan', 'infinity', '1e308', '1e309', '0x1p4', '1.2.3', '--1', '1i', '١'];
const names = ['sum', 'by', 'on', 'and', 'bool', 'inf', 'NaN', 'start', 'end', 'group_left', 'ignoring', 'without'];
const moreNames = ['count_values', 'rate', 'time', 'a:b', ':', '_', 'a.b', 'a-b', 'é', '1a', 'le', '__name__', 'And'];
const operators = ['+', '==', '=', '!=', '=~', '>=', '%', '^', 'atan2', 'and', 'or', 'unless', '**', '<>', '&&'];
const modifiers = ['bool', 'on (a)', 'on ()', 'ignoring (a, b)', 'group_left', 'on (a) group_left', 'bool on (a)'];
const moreModifiers = ['on (a) group_left (a)', 'on (a) group_left (b)', 'ignoring (a) group_right (a)', 'on a'];
const behind = ['[5m]', '[5m:]', '[5m:1m]', '[5m:1m', '[0s]', '[-5m]', '[5m:0s]', '[1h30m:5m] @ start()', '[:5m]'];
const shifts = ['@ 5', '@ -1.5e3', '@ start()', '@ end ()', '@ Inf', '@ NaN', '@ a', 'offset 5m', 'offset -1h30m'];
const moreShifts = ['offset 5m offset 5m', '@ 5 offset 5m', 'offset 5m @ 5', 'offset', '@', '@ 5 @ 5', 'offset 5m[5m]'];

/** Kinds of changes, each made at every place of a query where it can be. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'a piece lost or doubled': (query) => {
    const pieces = tokens(query);
    return pieces.flatMap((piece, at) => [pieces.toSpliced(at, 1).join(''), pieces.toSpliced(at, 0, piece).join('')]);
  },
  'two pieces in the other order': (query) => {
    const pieces = tokens(query);
    return pieces.slice(1).map((piece, at) => pieces.toSpliced(at, 2, piece, pieces[at] ?? '').join(''));
  },
  'another text': replacing(isText, texts),
  'another number': replacing(isNumber, [...numbers, ...moreNumbers]),
  'another name, or a keyword for one': replacing(isName, [...names, ...moreNames]),
  'another operator': replacing(isOperator, operators),
  'a modifier behind an operator': (query) =>
    everywhere(query, (piece) =>
      isOperator.test(piece) ? [...modifiers, ...moreModifiers].map((modifier) => `${piece} ${modifier}`) : [],
    ),
  'a range, a subquery, @ or offset behind a piece': (query) =>
    everywhere(query, (piece) =>
      isName.test(piece) || piece === ')' || piece === '}' || piece === ']'
        ? [...behind, ...shifts, ...moreShifts].map((suffix) => `${piece}${suffix.startsWith('[') ? '' : ' '}${suffix}`)
        : [],
    ),
  'a comment or spaces before a piece': (query) =>
    everywhere(query, (piece) => [`# a "(\n${piece}`, `#${piece}`, `\n\t\r${piece}`]),
};

function replacing(what: RegExp, others: readonly string[]): Mutation {
  return (query) => everywhere(query, (piece) => (what.test(piece) ? others : []));
}

function everywhere(query: string, change: (piece: string) => readonly string[]): readonly string[] {
  const pieces = tokens(query);
  return pieces.flatMap((piece, at) => change(piece).map((other) => pieces.toSpliced(at, 1, other).join('')));
}

function tokens(query: string): readonly string[] {
  return query.match(token) ?? [];
}
