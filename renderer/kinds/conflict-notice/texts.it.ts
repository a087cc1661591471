/** A notice of a conflict, in Italian. */
export const it = {
  conflictNotice: {
    seen: 'Conflitto visto',
  },
} as const;
