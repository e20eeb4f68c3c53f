import { compareDatasource } from './compare-queries.mjs';
import { differs } from './differs.mjs';

/** How the variables of two dashboards differ: differences by `name`. The hidden `DS_<ROLE>` are a general correction. */
export function compareVariables(before, now, general) {
  const byName = new Map(now.map((variable) => [variable.name, variable]));
  const kept = before.flatMap((variable) => {
    const other = byName.get(variable.name);
    byName.delete(variable.name);
    return compareVariable(variable, other, general).map((difference) => ({ name: variable.name, ...difference }));
  });
  const added = [...byName.values()]
    .filter((variable) => !(isRoleVariable(variable) && general.use('G9')))
    .map(({ name }) => ({ name, aspect: 'new', text: 'is new' }));
  return [...kept, ...added];
}

function compareVariable(before, now, general) {
  if (before.regex?.includes('prom_shadow_9093')) general.use('G16');
  if (now === undefined) {
    const isDropDown = before.type === 'datasource' && before.hide !== 2;
    return isDropDown && general.use('G8') ? [] : [{ aspect: 'gone', text: 'is gone' }];
  }
  if (isRoleVariable(before) && isRoleVariable(now))
    return general.use('G9') ? [] : [{ aspect: 'changed', text: 'has changed' }];
  const old = readVariable(before);
  const other = readVariable(now);
  return [
    ...Object.keys(old).flatMap((aspect) => differs(aspect, old[aspect], other[aspect])),
    ...compareDatasource(asked(before, old), asked(now, other), general),
  ];
}

function asked(variable, { query }) {
  return { datasource: variable.datasource?.uid, expr: query };
}

function isRoleVariable({ name, type, hide }) {
  return name.startsWith('DS_') && type === 'datasource' && hide === 2;
}

function readVariable(variable) {
  return {
    type: variable.type,
    label: variable.label ?? variable.name,
    query: (variable.query.query ?? variable.query).replaceAll(/,\s+/g, ','),
    hide: variable.hide ?? 0,
    multi: variable.multi ?? false,
    includeAll: variable.includeAll ?? false,
    allValue: variable.allValue ?? '',
    refresh: variable.type === 'query' ? variable.refresh : 0,
    sort: variable.sort ?? 0,
    regex: variable.regex ?? '',
    current: [variable.current?.value].flat().join(),
  };
}
