/** What the school has not given to the register yet, without which there are no hours to show on any day. */
export type MissingPlan = 'calendar' | 'classes' | 'bells' | 'timetable';
