import { describe } from 'vitest';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const finding = (name: string): string =>
  `rule/recording-name groups.0.rules.0.record: the recorded series "${name}" is not named level:metric:operations`;

describe('rule/recording-name', () => {
  itFindsInRules([
    ['no colon', { rule: { alert: null, record: 'requests_rate' } }, [finding('requests_rate')]],
    ['one colon', { rule: { alert: null, record: 'job:requests' } }, [finding('job:requests')]],
    ['no name at all', { rule: { alert: null, record: '::' } }, [finding('::')]],
    ['silent: a level without labels', { rule: { alert: null, record: ':node_memory_bytes:sum' } }],
    ['silent: the convention', { rule: { alert: null, record: 'job:http_requests:rate5m' } }],
    ['silent: an alert', { rule: { alert: 'requests_rate' } }],
  ]);
  itSurvivesInRules('record', 'alert');
});
