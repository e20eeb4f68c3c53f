import { describe } from 'vitest';
import { itFinds } from './panel-findings.js';

describe('panel/id-duplicate', () => {
  itFinds([
    [
      'two panels',
      { 'panels/2/id': 2 },
      [
        'panel/id-duplicate panels.2.id: the id 2 is that of the panel "Requests by route" already: links, alerts and embedded views of 2 reach one of the two only',
      ],
    ],
    [
      'a panel and a row',
      { 'panels/1/id': 1 },
      [
        'panel/id-duplicate panels.1.id: the id 1 is that of the row "Traffic" already: links, alerts and embedded views of 1 reach one of the two only',
      ],
    ],
  ]);
});
