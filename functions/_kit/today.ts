import type { CalendarDate } from '../../shared/kernel/calendar.ts';
import type { Scope } from './scope.ts';

/** The day of Greenwich on which a call is made, for rules that count in days. */
export const todayOf = (scope: Scope): CalendarDate => scope.now().toISOString().slice(0, 10);
