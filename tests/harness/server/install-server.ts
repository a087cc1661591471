import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { synchronise } from '../../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { MemoryBridge } from '../device/bridge.ts';
import type { Scenario } from '../scenario.ts';
import { answersOfAccount } from './account.ts';
import { answerFrom, failure, notThere } from './answers.ts';
import { answersOfHistory } from './history.ts';
import { createLine } from './line.ts';
import { answersOfOffice } from './office.ts';
import { answersOfPapers } from './papers.ts';
import { answersOfSubstitutions } from './substitutions.ts';
import { answersOfYears } from './years.ts';
import { knownAtSchool } from '../school/grades/graded.ts';
import { createSchoolRegister } from './register.ts';

/** Answers what the page asks of the school, in the place of the main process's proxy and of the server behind it. */
export function installMemoryServer(
  scenario: Scenario,
  bridge: MemoryBridge,
  atSchool: readonly RegisterRecord[],
): void {
  const register = createSchoolRegister(atSchool, knownAtSchool(scenario, atSchool));
  const line = createLine(scenario, bridge, register, atSchool);
  const answers = [
    ...answersOfAccount(scenario),
    ...answersOfHistory(register),
    ...answersOfOffice(scenario),
    ...answersOfPapers(register),
    ...answersOfSubstitutions(register),
    ...answersOfYears(scenario, register),
  ];
  const real = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input), location.href);
    if (!url.pathname.startsWith('/api/')) return await real(input, init);
    const state = await bridge.sessionState();
    const identity = state.kind === 'open' ? state.identity : undefined;
    if (url.pathname === synchronise.path)
      return identity ? await line.synchronise(identity, init) : failure('notSignedIn', 'Nobody');
    if (line.isCut(url.pathname)) return line.cut();
    return (await answerFrom(answers, { url, init, identity })) ?? notThere();
  };
}
