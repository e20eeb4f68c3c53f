// Circles of rooms: folders whose files import each other's. A folder's own files are its hall: a hall may stand on the
// rooms inside it, or under them, but not both.

/** The folders of src/ whose halls are held to that as well. In content, a file of rules stands beside the folder of its alerts. */
const STRICT = /^src\/core(?:\/|$)/;

/**
 * The circles among the rooms of a project.
 *
 * @param arrows pairs of files, `from` importing `to`, named from the project's folder with `/`
 * @returns one sentence a circle: its rooms, and for each of its arrows one import that draws it
 */
export function roomCircles(arrows) {
  const houses = new Map();
  for (const [from, to] of arrows) {
    const step = stepBetween(from.split('/'), to.split('/'));
    if (step === undefined) continue;
    const { house, rooms } = step;
    if (rooms.includes('.') && !STRICT.test(house)) continue;
    const graph = houses.get(house) ?? new Map();
    houses.set(house, graph);
    const [source, target] = rooms;
    const targets = graph.get(source) ?? new Map();
    graph.set(source, targets);
    if (!targets.has(target)) targets.set(target, `${from} → ${to}`);
  }
  return [...houses].sort(([a], [b]) => byName(a, b)).flatMap(([house, graph]) => circlesOf(house, graph));
}

/** The folder in which two files part ways, and the room of each in it; `.` is the folder's own hall. */
function stepBetween(from, to) {
  let depth = 0;
  while (depth < from.length - 1 && depth < to.length - 1 && from[depth] === to[depth]) depth += 1;
  const rooms = [from, to].map((path) => (depth < path.length - 1 ? path[depth] : '.'));
  return rooms[0] === rooms[1] ? undefined : { house: from.slice(0, depth).join('/'), rooms };
}

function circlesOf(house, graph) {
  const found = [];
  const told = new Set();
  for (const start of [...graph.keys()].sort(byName)) {
    if (told.has(start)) continue;
    const circle = shortestCircle(graph, start);
    if (circle === undefined) continue;
    for (const room of circle) told.add(room);
    const lines = circle.map((room, index) => graph.get(room).get(circle[(index + 1) % circle.length]));
    const names = [...circle, circle[0]].map((room) => (room === '.' ? house : `${house}/${room}`));
    found.push({ rooms: names, imports: lines });
  }
  return found;
}

/** The rooms of the shortest way from a room back to itself. */
function shortestCircle(graph, start) {
  const queue = [[start]];
  const seen = new Set();
  for (const way of queue) {
    for (const next of graph.get(way.at(-1))?.keys() ?? []) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
  return undefined;
}

/** Names by code unit: the same order on every machine. */
function byName(a, b) {
  return a < b ? -1 : 1;
}
