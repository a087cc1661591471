import { NOTHING, type ActEndpoint } from '../../endpoint.ts';
import { cancelPaperSchema, changePaperSchema, papersWrittenSchema, writePapersSchema } from './papers.ts';

/** What the office writes down of who is who (F.5); whose papers somebody keeps decides which of them. */
const OFFICE = { audience: 'office', duty: 'papers', patience: 8 } as const;
const PAPERS = '/api/office/papers';

/** Writes papers that are new: all of them, or none. */
export const writePapers = {
  ...OFFICE,
  method: 'POST',
  path: PAPERS,
  body: writePapersSchema,
  bodyLimit: 65_536,
  answer: papersWrittenSchema,
  notes: ['paperWritten'],
} as const satisfies ActEndpoint;

/** Ends a paper, puts right what it says, or brings one back that was cancelled. */
export const changePaper = {
  ...OFFICE,
  method: 'POST',
  path: `${PAPERS}/change`,
  body: changePaperSchema,
  bodyLimit: 4096,
  answer: papersWrittenSchema,
  notes: ['paperEnded', 'paperCorrected'],
} as const satisfies ActEndpoint;

/** Takes back what was written by mistake: it never held, and its trace stays. */
export const cancelPaper = {
  ...OFFICE,
  method: 'POST',
  path: `${PAPERS}/cancel`,
  body: cancelPaperSchema,
  bodyLimit: 1024,
  answer: NOTHING,
  notes: ['paperCancelled'],
} as const satisfies ActEndpoint;
