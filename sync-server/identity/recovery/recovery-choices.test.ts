import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createRecoveryChoices } from './recovery-choices.ts';

const [FIRST, SECOND, THIRD] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const now = () => 1_795_426_200_000;
const NAMES = Array.from({ length: 50 }, (_, index) => `G${100_000 + index}A`);

test('a rotation changes nothing of what is offered for a name that nobody has: comparing tells nothing', () => {
  const offered = (key: Uint8Array, older: readonly Uint8Array[] = []) => {
    const choices = createRecoveryChoices(key, now, older);
    return NAMES.map((name) => choices.inventedFor(name).map(({ masked }) => masked));
  };
  const before = offered(FIRST);
  expect(offered(SECOND, [FIRST])).toEqual(before);
  expect(offered(THIRD, [SECOND, FIRST])).toEqual(before);
  expect(offered(SECOND)).not.toEqual(before);
});

test('a choice that was named with the key of before is asked for again', () => {
  const choice = createRecoveryChoices(FIRST, now).nameOf('G100000A', 'anna@example.it');
  expect(createRecoveryChoices(FIRST, now).isChosen('G100000A', 'anna@example.it', choice)).toBe(true);
  expect(createRecoveryChoices(SECOND, now, [FIRST]).isChosen('G100000A', 'anna@example.it', choice)).toBe(
    false,
  );
});
