/** The keys of the register, each written here alone: those who listen to them, the buttons that show them, the palette and the list of keys read them. */
export const KEYS = {
  palette: 'mod+K',
  sync: 'mod+S',
  lock: 'mod+L',
  /** The list of keys itself. */
  list: '?',
  now: 'alt+Home',
  previousDay: 'alt+ArrowLeft',
  nextDay: 'alt+ArrowRight',
  /** The hours of the class on the screen. */
  previousHour: 'alt+PageUp',
  nextHour: 'alt+PageDown',
  /** The other classes of whoever looks at one: a digit then chooses. */
  classes: 'mod+E',
  /** Hides marks and absences while the screen is shown to the class. */
  projector: 'mod+shift+P',
  /** The lists of an evacuation. */
  evacuation: 'mod+shift+E',
  /** The list of the hours of the day, beside the class. */
  dayList: 'mod+B',
  /** Among the topics of a class. */
  openIncomplete: 'alt+ArrowDown',
  /** In the lesson. */
  sign: 'mod+Enter',
  signAndConfirm: 'mod+shift+Enter',
  signFollowing: 'mod+alt+Enter',
  previousTopic: 'ArrowUp',
  leave: 'Escape',
  /** To what is done with a pupil who has support. */
  support: 'mod+shift+S',
  /** In the week and the month: to the next hour that lacks something. */
  nextIncomplete: 'N',
  /** In the roll call. */
  confirm: 'mod+Enter',
  undo: 'mod+Z',
  redo: 'mod+Y',
  find: 'mod+F',
  findToo: '/',
  topic: 'T',
  /** On a pupil, in the roll and in every list. */
  card: 'Enter',
  justify: 'G',
  /** Makes a mark of a permit. */
  permit: 'M',
  /** Out of class in the school's own name, with type and times. */
  outOfClass: 'C',
  /** On a line of what there is to justify. */
  validate: 'V',
  reject: 'R',
  writeDown: 'G',
  split: 'S',
  revoke: 'K',
  /** In a gradebook: all that a cell says, and a new column. */
  gradeDetails: 'alt+Enter',
  newAssessment: 'mod+shift+N',
} as const;

/** Hours have the keys of their numbers, as printed on their cards, up to this one. */
const LAST_HOUR = 8;

/** The keys that open one's own hour of a number; none for those past the last key. */
export function hourKeys(hour: number): string | undefined {
  return hour <= LAST_HOUR ? `alt+Digit${hour}` : undefined;
}

/** The keys of a section of the class, by its place in the row. */
export function sectionKeys(order: number): string {
  return `mod+Digit${order}`;
}
