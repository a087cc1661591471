import { parseArgs } from 'node:util';
import { isSchoolLevel } from '../../roster/draft/school.ts';
import { openLazily } from './open-lazily.ts';
import { readPaths } from '../../roster/reading/read-paths.ts';
import { progressText } from '../../roster/thread/progress-text.ts';
import type { ReportLanguage } from '../../roster/report/report-language.ts';
import { failedRun } from '../../roster/report/failed-run.ts';
import { refusedReport } from '../../roster/report/import-report.ts';
import { reportText } from '../../roster/report/report-text.ts';
import { importInThread } from '../../roster/thread/import-in-thread.ts';

const USAGE = `npm run import -- [options] FILE…

Imports rosters: CSV, XLSX or XLS tables of pupils, teachers, other staff and teaching posts, OneRoster zips or folders.

  --school CODE   school (four letters, four digits); without it, the only school of the server
  --data DIR      data folder (default: $CAMPANELLA_DATA or ./data)
  --dry-run       report only, write nothing
  --json          print one JSON object
  --lang it|en    language of the report (default: from LANG; JSON: en)
  --level LEVELS  primary, lowerSecondary, upperSecondary (comma separated), where class names do not tell
  --year YYYY     calendar year in which the school year begins (default: the current school year)

How far it has come is told on the error stream. Ctrl-C ends it with nothing written.

Exit codes: 0 all taken, 1 some rows were not, 2 nothing was imported, 3 nothing was written because somebody else is changing the
roster: wait a minute and try again, 130 ended by Ctrl-C with nothing written.
`;

/** What shells answer for a program that Ctrl-C has ended. */
const ENDED_BY_SIGNAL = 130;

process.exitCode = await run();

async function run(): Promise<number> {
  let language: ReportLanguage = languageOf(process.env['LC_ALL'] || process.env['LANG']);
  let json = false;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        school: { type: 'string' },
        data: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        level: { type: 'string' },
        year: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    json = values.json;
    const levels = values.level?.split(',').map((level) => level.trim());
    const soundYear = values.year === undefined || /^20\d{2}$/.test(values.year);
    const sound = soundYear && (levels === undefined || levels.every(isSchoolLevel));
    if (values.help || positionals.length === 0 || !sound) {
      (values.help ? process.stdout : process.stderr).write(USAGE);
      return values.help ? 0 : 2;
    }
    if (values.lang !== undefined) language = languageOf(values.lang);
    else if (values.json) language = 'en';
    const files = await readPaths(positionals);
    const data = values.data ?? process.env['CAMPANELLA_DATA'] ?? 'data';
    const store = openLazily(data);
    const stop = new AbortController();
    // Once: a second signal ends the process at once, and the database takes back what was not committed.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.stderr.write(`${progressText('stopping', language)}\n`);
        stop.abort();
      });
    try {
      const options = {
        dryRun: values['dry-run'],
        now: Date.now(),
        language,
        ...(values.school === undefined ? {} : { school: values.school }),
        ...(levels === undefined ? {} : { levels: levels.filter(isSchoolLevel) }),
        ...(values.year === undefined ? {} : { startYear: Number(values.year) }),
      };
      const report = await importInThread(store, files, options, {
        signal: stop.signal,
        onPhase: (phase) => process.stderr.write(`${progressText(phase, language)}\n`),
      });
      if (stop.signal.aborted && !values['dry-run'])
        process.stderr.write(`${progressText('tooLate', language)}\n`);
      console.log(json ? JSON.stringify(report) : reportText(report, language));
      return report.rejected.length > 0 ? 1 : 0;
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      process.stderr.write(`${progressText('cancelled', language)}\n`);
      return ENDED_BY_SIGNAL;
    } finally {
      await store.close();
    }
  } catch (error) {
    const failed = failedRun(error);
    if (failed) {
      const { refusal, exitCode } = failed;
      if (json) console.log(JSON.stringify(refusedReport(refusal, language)));
      process.stderr.write(`${refusal.text(language)}\n`);
      return exitCode;
    }
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    throw error;
  }
}

function languageOf(locale: string | undefined): ReportLanguage {
  return locale?.toLowerCase().startsWith('it') ? 'it' : 'en';
}
