import { inCausalOrder } from '../../record/causal-order.ts';
import type { Permit, PermitAct } from './record.ts';

/** Where a permit is: chiesto, concesso, non concesso; ritirato where no request stands. */
export interface PermitState {
  readonly state: 'asked' | 'granted' | 'refused' | 'withdrawn';
  /** The request that stands. */
  readonly request?: PermitAct;
  readonly decision?: PermitAct;
  /** The acts without effect: what they answer was something else when they were done. */
  readonly voided: readonly PermitAct[];
}

/** Where a permit is, from its acts in the order in which they were done; whoever arrives first decides nothing. */
export function permitState(acts: Permit['acts']): PermitState {
  return inCausalOrder(acts).reduce<PermitState>(afterAct, { state: 'withdrawn', voided: [] });
}

function afterAct(before: PermitState, act: PermitAct): PermitState {
  const { request, decision } = before;
  const without: PermitState = { ...before, voided: [...before.voided, act] };
  if (act.act === 'ask') {
    const isOpen = before.state === 'withdrawn' || before.state === 'refused';
    const isOwn = before.state === 'asked' && request?.by === act.by;
    return isOpen || isOwn ? { state: 'asked', request: act, voided: before.voided } : without;
  }
  if (decision && act.act === 'withdraw' && act.answers === decision.id)
    return decision.by === act.by ? withoutDecision(before) : without;
  if (decision || request === undefined || request.id !== act.answers) return without;
  if (act.act === 'withdraw')
    return request.by === act.by ? { state: 'withdrawn', voided: before.voided } : without;
  return { ...before, state: act.act === 'grant' ? 'granted' : 'refused', decision: act };
}

/** Whoever decided takes it back: the family's request is open again, and what the school itself had asked for is not there any more. */
function withoutDecision({ request, decision, voided }: PermitState): PermitState {
  if (request === undefined || request.by === decision?.by) return { state: 'withdrawn', voided };
  return { state: 'asked', request, voided };
}
