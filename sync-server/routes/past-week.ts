import * as endpoints from '../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { Serve } from '../http/serve.ts';
import type { ReadPastWeek } from '../kinds/planned-lesson/past-week.ts';

/** A week of a class of a school year that is over, to copy from. */
export function pastWeekRoute(serve: Serve, read: ReadPastWeek): void {
  serve(endpoints.readPastWeek, ({ who, query }) => read(who, query));
}
