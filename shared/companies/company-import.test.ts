import { expect, it, test } from 'vitest';
import { importRows } from '../csv/import-rows.ts';
import { guessMapping } from '../csv/mapping.ts';
import { readCsv } from '../csv/read.ts';
import { COMPANY_FIELDS, companyCells, domainOf } from './company-import.ts';

function imported(text: string) {
  const reading = readCsv(text);
  if ('fault' in reading) throw new Error(reading.fault);
  return importRows(reading.table, guessMapping(reading.table.columns, COMPANY_FIELDS), companyCells);
}

it('reads a list that a spreadsheet made: its own separator, marks, broken cells and words', () => {
  const text =
    '\uFEFFAccount Name;Vertical;Licences;URL;Phone Number;Currency;Status;Time Zone;Fiscal year start\r\n' +
    '"Cedar ""Ridge""\nDental";Healthcare;1.250;cedar.example/home;\'+1 503 555;usd;ONBOARDING;America/Denver;Apr\r\n' +
    'Oakline;;;;;;;;\r\n';
  expect(imported(text)).toEqual([
    {
      line: 2,
      record: {
        name: 'Cedar "Ridge"\nDental',
        industry: 'Healthcare',
        seats: 1250,
        website: 'https://cedar.example/home',
        phone: '+1 503 555',
        currency: 'USD',
        status: 'onboarding',
        timeZone: 'America/Denver',
        fiscalYearStart: 4,
      },
    },
    { line: 4, record: { name: 'Oakline' } },
  ]);
});

it('tells each cell that cannot be read with its column and what would do', () => {
  const text =
    'Client,Seats,Status,Website,Currency,Time zone,Fiscal year starts in month\n' +
    ',12,,,,,\nOakline,a dozen,gone,not a site,dollars,Mars,13';
  expect(imported(text)).toEqual([
    { line: 2, problems: [{ line: 2, column: 'Client', sentence: 'Enter the name of the company.' }] },
    {
      line: 3,
      problems: [
        ['Seats', 'Use a whole number such as 25.'],
        ['Status', 'Use active or onboarding.'],
        ['Website', 'Enter a web address such as https://example.com.'],
        ['Currency', 'Enter a three-letter currency code such as USD.'],
        ['Time zone', 'Choose a time zone such as America/Los_Angeles.'],
        ['Fiscal year starts in month', 'Use a month such as April or 4.'],
      ].map(([column, sentence]) => ({ line: 3, column, sentence })),
    },
  ]);
});

test.each([
  ['https://www.cedar.example/start', 'cedar.example'],
  ['http://mail.cedar.example', 'mail.cedar.example'],
  ['https://cedar.wixsite.com/dental', 'cedar.wixsite.com'],
  ['https://netflix.com', 'netflix.com'],
  ['https://facebook.com/newgarage', undefined],
  ['https://www.facebook.com/oldbakery', undefined],
  ['https://de-de.facebook.com/oldbakery', undefined],
  ['https://sites.google.com/view/cedar', undefined],
  ['https://uk.linkedin.com/company/cedar', undefined],
  ['https://x.com/cedar', undefined],
  ['', undefined],
  [undefined, undefined],
])('the domain of %j is %j', (website, domain) => {
  expect(domainOf(website)).toBe(domain);
});
