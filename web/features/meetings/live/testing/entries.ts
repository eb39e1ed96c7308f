import { EMPTY, type Entry, type Queue, type Step, stepped } from '../queue.ts';

const one = { companyId: 'c', meetingId: 'm' };
export const marsh = { kind: 'contact' as const, id: 'marsh' };

let keys = 0;
/** Something said, each under a key of its own. */
export const keyed = (kind: Entry['kind'], input: object, more: Partial<Entry> = {}): Entry => {
  keys += 1;
  return { key: `k${keys}`, title: 'Servers', kind, input: { ...one, ...input }, ...more } as Entry;
};
export const say = (agendaItemId: string, input: object, more?: Partial<Entry>) =>
  keyed('say', { agendaItemId, at: '2031-01-01T10:00:00Z', note: '', ...input }, more);
export const time = (agendaItemId: string, spentSeconds: number) =>
  keyed('time', { agendaItemId, at: '2031-01-01T10:00:00Z', note: '', spentSeconds });
export const action = (text: string) => keyed('addAction', { text });

export const played = (...steps: Step[]) => steps.reduce(stepped, EMPTY);
export const add = (entry: Entry): Step => ({ step: 'added', entry });
export const inputs = ({ waiting }: Queue) => waiting.map(({ kind, input }) => ({ kind, ...input }));
