import { expect, test } from 'vitest';
import { checkSchema } from '../../../domain/base/check-schema.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { readScenario, SCENARIO_NAMES } from '../scenario.ts';
import { councilRecords } from './grades/council.ts';
import { noticesFor } from './notices.ts';
import { planningRecords } from './planning.ts';
import { officeRecords } from './roster.ts';
import { journalOf } from './unsent.ts';
import { writtenRecords } from './written.ts';

const searches = SCENARIO_NAMES.flatMap((name) => [`scenario=${name}`, `scenario=${name}&waiting=40`]);

test.each(searches)('every record of the harness is one of the register: %s', (search) => {
  const scenario = readScenario(search);
  const atSchool = [
    ...officeRecords(scenario),
    ...writtenRecords(scenario),
    ...planningRecords(),
    ...noticesFor(scenario),
    ...councilRecords(scenario),
  ];
  const written = journalOf(scenario, atSchool).map(({ record }) => record);
  const isOdd = (record: RegisterRecord) => !checkSchema(kindOf(record).schema, record);
  expect([...atSchool, ...written].filter(isOdd)).toEqual([]);
  expect(new Set(atSchool.map(({ id }) => id)).size).toBe(atSchool.length);
  expect(new Set([...atSchool, ...written].map(({ entry }) => entry)).size).toBe(
    atSchool.length + written.length,
  );
});
