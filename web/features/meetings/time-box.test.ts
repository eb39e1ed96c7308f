import { expect, it } from 'vitest';
import { ItemFacts } from '../../../shared/meetings/agenda.ts';
import { timeBoxOf } from './time-box.ts';

it('takes what the server takes, and refuses the rest in its words', () => {
  for (const text of ['1', ' 45 ', '240', '0', '241', '9999']) {
    const { success, data, error } = ItemFacts.minutes.safeParse(Number(text));
    expect(timeBoxOf(text)).toEqual(success ? { minutes: data } : { problem: error.issues[0]?.message });
  }
  for (const text of ['', 'ten', '1.5', '-3', '12345']) {
    expect(timeBoxOf(text)).toEqual({ problem: 'Enter whole minutes.' });
  }
});
