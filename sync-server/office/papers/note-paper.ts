import { className } from '../../../domain/kinds/class/record.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import type { OperationDetails } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { OfficeAct } from '../act/office.ts';
import type { PaperRecord } from './paper-record.ts';

type Noting = 'paperWritten' | 'paperEnded' | 'paperCorrected' | 'paperCancelled';

/**
 * Puts into the register of operations what was done with papers, each under the account of the person that it is about; under the clerk's
 * own where there is none. What a paper says of a belief, an illness or a court stays in the paper.
 */
export async function notePapers<O extends Noting>(
  act: OfficeAct<O>,
  operation: O,
  papers: readonly PaperRecord[],
): Promise<void> {
  const accounts = await act.accounts.accountsOfSchool(act.school);
  for (const paper of papers) {
    const username = usernameOf(accounts, personOf(paper)) ?? act.by;
    await act.note(username, operation, detailsOf(act, paper));
  }
}

/** Whom a paper is about; nobody, where it is about a class. */
export function personOf(paper: PaperRecord): PersonId | undefined {
  switch (paper.kind) {
    case 'appointment':
      return paper.person;
    case 'guardianship':
      return paper.guardian;
    case 'group':
      return undefined;
    default:
      return paper.pupil;
  }
}

/** Of a pupil without an account of their own, that of a guardian. */
function usernameOf(accounts: readonly Account[], person: PersonId | undefined): string | undefined {
  const own = accounts.find((one) => one.person === person);
  return (own ?? accounts.find(({ pupil }) => pupil !== undefined && pupil === person))?.username;
}

function detailsOf({ snapshot }: Pick<OfficeAct, 'snapshot'>, paper: PaperRecord): OperationDetails {
  const id = 'class' in paper ? paper.class : undefined;
  const schoolClass = id === undefined ? undefined : snapshot.classes.get(id);
  const from = 'from' in paper ? paper.from : undefined;
  return {
    paper: paper.kind,
    ...(paper.kind === 'appointment' ? { role: paper.role } : {}),
    ...(schoolClass === undefined ? {} : { class: className(schoolClass) }),
    ...(from === undefined ? {} : { day: from }),
  };
}
