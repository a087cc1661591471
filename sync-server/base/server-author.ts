import { toPersonId } from '../../domain/base/ids.ts';

/** The author of what the server says of its own accord. */
export const SERVER_AUTHOR = toPersonId('server');
