/** Why an act of the office left an account as it was. */
export const accountSkips = {
  unknown: 'non esiste più',
  activated: 'ha già scelto la sua password',
  blocked: 'è bloccato',
  noAddress: 'non ha un indirizzo nell’anagrafica',
  addressInDoubt: 'il suo indirizzo non è ancora confermato: prima va controllato e confermato',
  noOfficePassword: 'non ha una password della segreteria',
  onlyAccount: 'è il solo account',
  own: 'è il tuo account',
  byAuthor: 'il cambio l’hai scritto tu: deve confermarlo un’altra persona',
  changed: 'i dati sono cambiati mentre li guardavi: controllali e conferma di nuovo',
  nothingWaits: 'non ha niente da confermare',
} as const;
