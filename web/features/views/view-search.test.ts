import { expect, it } from 'vitest';
import type { View } from '../../../shared/views/view.ts';
import { opened, paramsIn, sameParams, withView } from './view-search.ts';

const view = {
  viewId: 'v1',
  list: 'findings',
  name: 'High',
  params: { risk: 'high', density: 'compact' },
} as unknown as View;

it('takes filters, columns and density of an address, and nothing that says where one is', () => {
  const search = { risk: 'high', q: 12, peek: 'x', cursor: 'y', tab: 'users', cols: 'finding', status: '' };
  expect(paramsIn('findings', search)).toEqual({ risk: 'high', q: '12', cols: 'finding' });
});

it('puts a view in place of the filters, at the beginning of the list, and leaves the tab', () => {
  const search = { q: 'mfa', peek: 'x', cursor: 'y', tab: 'users' };
  expect(withView('findings', search, view)).toEqual({ tab: 'users', risk: 'high', density: 'compact', view: 'v1' });
  expect(withView('findings', search, undefined)).toEqual({ tab: 'users', view: 'none' });
});

it('opens a bare list with the default view, and a bare view with what it holds', () => {
  const full = { risk: 'high', density: 'compact', view: 'v1' };
  expect(opened('findings', {}, [view], 'v1')).toEqual(full);
  expect(opened('findings', { view: 'v1' }, [view], undefined)).toEqual(full);
});

it('leaves an address alone that says what it shows, names no view, or one that is not there', () => {
  expect(opened('findings', { status: 'planned' }, [view], 'v1')).toBeUndefined();
  expect(opened('findings', { view: 'none' }, [view], 'v1')).toBeUndefined();
  expect(opened('findings', { view: 'gone' }, [view], 'v1')).toBeUndefined();
  expect(opened('findings', {}, [view], undefined)).toBeUndefined();
  expect(opened('findings', { view: 'v1' }, [{ ...view, params: {} }], undefined)).toBeUndefined();
});

it('knows a view from one that was changed', () => {
  expect(sameParams({ q: 'a', risk: 'high' }, { risk: 'high', q: 'a' })).toBe(true);
  expect(sameParams({ q: 'a' }, { q: 'a', risk: 'high' })).toBe(false);
});
