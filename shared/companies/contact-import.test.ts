import { expect, it } from 'vitest';
import { importRows } from '../csv/import-rows.ts';
import { guessMapping } from '../csv/mapping.ts';
import { readCsv } from '../csv/read.ts';
import { CONTACT_FIELDS, contactCells, contactMark, OWN_CONTACT_FIELDS } from './contact-import.ts';

function imported(text: string, client?: string) {
  const reading = readCsv(text);
  if ('fault' in reading) throw new Error(reading.fault);
  const fields = client === undefined ? CONTACT_FIELDS : OWN_CONTACT_FIELDS;
  return importRows(reading.table, guessMapping(reading.table.columns, fields), contactCells(client));
}

it('reads people at the clients that the lines name, with names in one column or two', () => {
  expect(
    imported(
      'Company,First Name,Surname,E-mail,Role,Title\nCedar,Karen,Doyle,Karen@Cedar.example,"approves; it-liaison",COO',
    ),
  ).toEqual([
    {
      line: 2,
      record: {
        client: 'Cedar',
        name: 'Karen Doyle',
        email: 'karen@cedar.example',
        roles: ['approver', 'it-liaison'],
        title: 'COO',
      },
    },
  ]);
  expect(imported('Full name\nKaren Doyle', 'Cedar')).toEqual([
    { line: 2, record: { client: 'Cedar', name: 'Karen Doyle' } },
  ]);
});

it('tells each cell that cannot be read with its column and what would do', () => {
  expect(imported('Client,Name,Email,Role here\n,,nobody,boss')).toMatchObject([
    {
      problems: [
        { column: 'Email', sentence: 'Enter an email address such as name@company.com.' },
        { column: 'Role here', sentence: expect.stringContaining('Decides, Approves, Finance') },
      ],
    },
  ]);
  expect(imported('Client,Name\n,\nCedar,""\n,Karen')).toMatchObject([
    { line: 3, problems: [{ column: 'Name', sentence: 'Enter the name of the contact.' }] },
    { line: 4, problems: [{ column: 'Client', sentence: 'Enter the name of the client.' }] },
  ]);
});

it('names a person by address, else by name, at their client', () => {
  const mark = (client: string, name: string, email?: string) => contactMark({ client, name, email });
  expect(mark('Cedar', 'Karen', 'k@x')).toBe(mark('CEDAR', 'Someone', 'k@x'));
  expect(mark('Cedar', 'Karen')).toBe(mark('Cedar', 'karen!'));
  expect(mark('Cedar', 'Karen')).not.toBe(mark('Oakline', 'Karen'));
});
