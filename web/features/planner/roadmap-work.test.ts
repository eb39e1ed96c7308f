import { expect, it } from 'vitest';
import type { PlannerItem } from '../../../shared/planner/planner-item.ts';
import { roadmapWorks } from './roadmap-work.ts';

const item = (more: Partial<PlannerItem>): PlannerItem =>
  ({
    plannerItemId: 'a',
    title: 'Server replacement',
    lane: 'infrastructure',
    status: 'proposed',
    oneTimeMinor: 2_150_000,
    monthlyMinor: 0,
    annualMinor: 0,
    hours: 40,
    unpublishedChanges: 0,
    ...more,
  }) as PlannerItem;
const dates = { startDate: '2027-01-16', endDate: '2027-02-06' };

it('draws dated work on the board and the rest in the tray', () => {
  const { scheduled, unscheduled } = roadmapWorks([item(dates), item({ plannerItemId: 'b' })]);
  expect(scheduled).toEqual([
    {
      id: 'a',
      title: 'Server replacement',
      laneId: 'infrastructure',
      status: 'proposed',
      published: false,
      amountMinor: 2_150_000,
      hours: 40,
      start: '2027-01-16',
      end: '2027-02-06',
    },
  ]);
  expect(unscheduled.map(({ id }) => id)).toEqual(['b']);
});

it('leaves out what was declined or cancelled, and finished work without a date', () => {
  const { scheduled, unscheduled } = roadmapWorks([
    item({ ...dates, status: 'declined' }),
    item({ status: 'cancelled' }),
    item({ status: 'completed' }),
  ]);
  expect([...scheduled, ...unscheduled]).toEqual([]);
});

it('marks what the client does not see as it stands', () => {
  const published = { ...dates, publishedAt: '2026-11-12T10:00:00.000Z' };
  expect(roadmapWorks([item(published)]).scheduled[0]?.published).toBe(true);
  expect(roadmapWorks([item({ ...published, unpublishedChanges: 2 })]).scheduled[0]?.published).toBe(false);
});

it('shows finished work and counts it in no total', () => {
  const [done] = roadmapWorks([item({ ...dates, status: 'completed' })]).scheduled;
  expect(done).toMatchObject({ status: 'done', amountMinor: null, hours: null, note: 'done' });
});

it('draws an unchanged item only once, so that its bar stays as it is', () => {
  const same = item(dates);
  expect(roadmapWorks([same]).scheduled[0]).toBe(roadmapWorks([same, item({})]).scheduled[0]);
});

it('tells what recurs, which is an estimate too', () => {
  const [backup] = roadmapWorks([item({ oneTimeMinor: 0, hours: 0, monthlyMinor: 12_400 })]).unscheduled;
  expect(backup).toMatchObject({ amountMinor: null, monthlyMinor: 12_400 });
  expect(backup).not.toHaveProperty('annualMinor');
});

it('says "no estimate" by leaving amount and hours out', () => {
  expect(roadmapWorks([item({ oneTimeMinor: 0, hours: 0 })]).unscheduled[0]).toMatchObject({
    amountMinor: null,
    hours: null,
  });
});
