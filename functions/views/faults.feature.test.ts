import { expect } from 'vitest';
import type { Arranged, View } from '../../shared/views/view.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { ask, easyMsp, type Owner, ok } from '../identity/testing/members.ts';

async function play({ cookie }: Owner, { write, last }: Hand): Promise<void> {
  const create = (name: string, shared: boolean) =>
    write<View>({
      operation: 'create',
      method: 'POST',
      path: '/views',
      body: { list: 'findings', name, params: { risk: 'high' }, shared },
      cookie,
    });
  const edit = ({ viewId, v }: View, body: object) =>
    write<View>({ operation: 'edit', method: 'PATCH', path: `/views/${viewId}`, body: { v, ...body }, cookie });
  const mine = await create('Mine', false);
  const team = await create('For the team', true);
  await edit(await edit(mine, { name: 'Mine alone' }), { shared: true });
  const habit = { density: 'compact', cols: 'finding' };
  await write({ operation: 'keepHabit', method: 'PUT', path: '/habits/findings', body: habit, cookie });
  await write({
    operation: 'keepHabit',
    method: 'PUT',
    path: '/habits/findings',
    body: { density: 'compact' },
    cookie,
  });
  const { viewId, v } = team;
  await last({ operation: 'remove', method: 'DELETE', path: `/views/${viewId}`, body: { v }, cookie });
}

/** One view is left, on one shelf only. */
async function holds(owner: Owner): Promise<void> {
  const { views, habits } = ok(await ask<Arranged>(owner, 'GET', '/views'));
  expect(views.map(({ name, shared }) => ({ name, shared }))).toEqual([{ name: 'Mine alone', shared: true }]);
  expect(habits).toEqual([{ list: 'findings', density: 'compact' }]);
}

survives({ feature: 'views', prepare: easyMsp, play, holds });
