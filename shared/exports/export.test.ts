import { expect, it } from 'vitest';
import { exportFileName, NewExport } from './export.ts';

const companyId = '01j9zq4xk3r8m2n5t7v9w1y3za';

it('is asked for with the filters of its list, and no place in it', () => {
  expect(NewExport.parse({ list: 'findings', filter: { risk: 'high' } })).toEqual({
    list: 'findings',
    filter: { risk: 'high', status: 'open' },
  });
  expect(NewExport.safeParse({ list: 'findings', filter: { cursor: 'x' } }).success).toBe(false);
  expect(NewExport.safeParse({ list: 'budgets', companyId, filter: { risk: 'high' } }).success).toBe(false);
});

it('names the client of a list that belongs to one', () => {
  expect(NewExport.safeParse({ list: 'planner', filter: {} }).success).toBe(false);
  expect(NewExport.safeParse({ list: 'planner', companyId, filter: { lanes: ['security'] } }).success).toBe(true);
  expect(NewExport.safeParse({ list: 'companies', companyId, filter: {} }).success).toBe(false);
});

it('has a file name that every file system takes', () => {
  expect(exportFileName('findings', undefined, '2026-11-22')).toBe('findings-2026-11-22.csv');
  expect(exportFileName('m365-users', 'Zoë & Söhne / "Dental"', '2026-11-22')).toBe(
    'Zoe-Sohne-Dental-m365-users-2026-11-22.csv',
  );
});
