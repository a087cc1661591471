import { runSchools } from './school-list/commands.ts';
import { runMain } from './system/step.ts';

/** The signed list of schools: `npm run schools -- keys|sign|check …`. */
await runMain(() => runSchools(process.argv.slice(2)));
