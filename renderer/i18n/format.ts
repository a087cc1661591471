import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant, LocalDate, LocalTime } from '../../domain/base/ids.ts';
import { addDays, dayOfInstant, SCHOOL_TIME_ZONE } from '../../domain/base/local-date.ts';
import { isLanguage, LANGUAGE_LOCALES } from './language.ts';

/** Days, times and numbers as the chosen language writes them. */
export interface Format {
  readonly locale: string;
  /** Monday 23 November 2026. */
  fullDay(day: LocalDate): string;
  /** Monday 23 November. */
  longDay(day: LocalDate): string;
  /** Mon 23 Nov. */
  shortDay(day: LocalDate): string;
  /** Monday. */
  weekday(day: LocalDate): string;
  /** November 2026. */
  month(day: LocalDate): string;
  /** 23/11/2026. */
  numericDay(day: LocalDate): string;
  /** 23/11/26. */
  briefDay(day: LocalDate): string;
  /** Clock time of an instant in the school's zone. */
  time(instant: Instant): string;
  /** "at 8:12" on the day itself, "yesterday at 8:12", else with the date. */
  when(instant: Instant, now: Instant): string;
  /** A time of day as clocks show it, always with two digits so that columns align. */
  clock(time: LocalTime): string;
  /** "2nd hour". */
  hour(ordinal: number): string;
  number(value: number): string;
  /** 1:05 of minutes and seconds. */
  countdown(seconds: number): string;
}

/** The formats of the language on the screen. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  const locale = LANGUAGE_LOCALES[isLanguage(i18n.language) ? i18n.language : 'it'];
  return useMemo(() => {
    const written = writingOf(locale);
    return {
      ...written,
      when: (instant, now) => {
        const [day, today] = [dayOfInstant(instant), dayOfInstant(now)];
        const time = written.time(instant);
        if (day === today) return t('common.atTime', { time });
        const named = day === addDays(today, -1) ? t('common.yesterday') : written.shortDay(day);
        return t('common.onDayAtTime', { day: named, time });
      },
      hour: (ordinal) => t('common.hour', { ordinal: ordinalOf(locale, ordinal) }),
    };
  }, [locale, t]);
}

/** What a language writes without words of ours. */
type Writing = Omit<Format, 'when' | 'hour'>;

const writings = new Map<string, Writing>();

/** Made once for each language: to make them takes longer than to draw a row, and every part of a page asks. */
function writingOf(locale: string): Writing {
  const made = writings.get(locale) ?? makeWriting(locale);
  writings.set(locale, made);
  return made;
}

function makeWriting(locale: string): Writing {
  const days = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day: LocalDate) => formatter.format(Date.parse(`${day}T00:00:00Z`));
  };
  const clockOf = new Intl.DateTimeFormat(locale, {
    timeZone: SCHOOL_TIME_ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const numbers = new Intl.NumberFormat(locale);
  return {
    locale,
    fullDay: days({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    longDay: days({ weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: days({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekday: days({ weekday: 'long' }),
    month: days({ month: 'long', year: 'numeric' }),
    numericDay: days({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    briefDay: days({ day: '2-digit', month: '2-digit', year: '2-digit' }),
    time: (instant) => clockOf.format(Date.parse(instant)),
    clock: (ofDay) => ofDay,
    number: (value) => numbers.format(value),
    countdown: clock,
  };
}

/** Minutes and seconds, and hours before them where there are any: the sixth mail of a day waits for one. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

const ENGLISH_SUFFIX: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

function ordinalOf(locale: string, number: number): string {
  if (!locale.startsWith('en')) return `${number}ª`;
  return `${number}${ENGLISH_SUFFIX[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? 'th'}`;
}
