/** A notice of a conflict, in Italian. */
export const it = {
  conflictNotice: {
    name: 'Avviso di conflitto',
    seen: 'Conflitto visto',
  },
} as const;
