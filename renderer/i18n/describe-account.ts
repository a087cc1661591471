import type { TFunction } from 'i18next';
import { can } from '../../domain/access/capabilities.ts';
import type { Identity, PortfolioAccount } from '../../domain/protocol/endpoints/session/session.ts';

type Described = Pick<PortfolioAccount, 'kind' | 'child'> & Partial<Pick<Identity, 'roles'>>;

/** What an account is for in a few words: a role at the school, a child, or oneself as a pupil. */
export function describeAccount({ kind, child, roles = [] }: Described, t: TFunction): string {
  if (roles.length > 0) return roles.map((role) => t(`common.roles.${role}`)).join(', ');
  if (!child || !can({ kind, roles }, 'followChild')) return t(`common.accountKind.${kind}`);
  return t('door.childOf', { child: `${child.givenName} ${child.surname}` });
}

/** All that tells an account from the others of a computer: a parent has one for each child, and may have some at two schools. */
export function nameAccount(identity: Identity, t: TFunction): string {
  const { givenName, surname, schoolName } = identity;
  return [`${givenName} ${surname}`, describeAccount(identity, t), schoolName].join(' · ');
}
