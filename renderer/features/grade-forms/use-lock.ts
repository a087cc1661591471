import { useState } from 'react';

/** Why a form is not saved, and whether it was so from the first: then it is there to be read. What is locked meanwhile keeps its fields: what was typed can be taken elsewhere. */
export function useLock<Why extends string>(whyNot: Why | undefined) {
  const [wasLocked] = useState(whyNot !== undefined);
  return { whyNot, isToRead: wasLocked && whyNot !== undefined };
}
