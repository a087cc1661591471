import { floor, mean, fraction, roundHalfDown, roundHalfUp, type Fraction } from './fraction.ts';
import { RELIGION_JUDGEMENTS, type JudgementCode } from './scales.ts';

/** How an average becomes a whole number (D73). */
export const PROPOSAL_ROUNDINGS = ['halfUp', 'halfDown', 'floor'] as const;
/** One of them. */
export type ProposalRounding = (typeof PROPOSAL_ROUNDINGS)[number];

/** The whole numbers of a final scale (D69). */
export interface FinalScale {
  readonly lowest: number;
  readonly highest: number;
  /** The number that stands for "not classified", where the scale has one; nothing is ever proposed as that. */
  readonly notClassified?: number;
}

/** Final scales of upper secondary school: subjects, civics and behaviour, each with its number for "not classified" (D69). */
export const FINAL_SCALES = {
  subject: { lowest: 0, highest: 10, notClassified: 0 },
  civics: { lowest: 2, highest: 10, notClassified: 2 },
  behaviour: { lowest: 4, highest: 10, notClassified: 4 },
} as const satisfies Record<string, FinalScale>;

const ROUND = { halfUp: roundHalfUp, halfDown: roundHalfDown, floor } as const;

/** What a proposal is filled with, from the exact average and never from the one that is shown (D73); the teacher confirms it or writes another. */
export function proposedGrade(exact: Fraction, scale: FinalScale, rounding: ProposalRounding): number {
  const within = Math.min(scale.highest, Math.max(scale.lowest, ROUND[rounding](exact)));
  return within === scale.notClassified ? within + 1 : within;
}

/** The numbers that stand for the judgements of religion, from the lowest to the highest (D71). */
const RELIGION_IN_NUMBERS: FinalScale = { lowest: 4, highest: 10 };

/**
 * What a teacher of religion who has given numbers in class is proposed, where they ask for it: the mean as a whole number, 4 and less being the lowest
 * judgement (D71). Nothing fills this in by itself (D27).
 */
export function religionFromNumbers(exact: Fraction, rounding: ProposalRounding): JudgementCode {
  const upwards = RELIGION_JUDGEMENTS.toReversed();
  const step = proposedGrade(exact, RELIGION_IN_NUMBERS, rounding) - RELIGION_IN_NUMBERS.lowest;
  return (upwards[step] ?? RELIGION_JUDGEMENTS[0]).code;
}

/** The mean of what the teachers of a team propose, as for civics; the council decides (D70). Undefined where nobody proposed. */
export function meanOfProposals(proposals: readonly number[]): Fraction | undefined {
  return mean(proposals.map((each) => fraction(each)));
}
