import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ImportedFacts, MOST_WRITTEN, markOf } from '../../../shared/devices/device-import.ts';
import { DEVICE_FIELDS, deviceCells } from '../../../shared/devices/import-columns.ts';
import { client } from '../../lib/api.ts';
import ImportPage from '../../ui/import/import-page.tsx';
import type { Importer } from '../../ui/import/importer.ts';
import { mspPoliciesQuery, refreshDevices } from './queries.ts';

const importer = (companyId: string, currency: string): Importer<ImportedFacts> => ({
  one: 'device',
  many: 'devices',
  fields: DEVICE_FIELDS,
  dates: ['purchased', 'warrantyStart', 'warrantyEnd'],
  cells: (order) => deviceCells(order, currency),
  nameOf: ({ name }) => name,
  markOf,
  check: (rows) => client.devices.checkImport({ companyId, rows }),
  write: (rows) => client.devices.importRows({ companyId, rows }),
  mostWritten: MOST_WRITTEN,
});

/** Brings a client's devices in from a file. */
export default function ImportDevices({
  companyId,
  devicesHref,
  onDone,
}: {
  companyId: string;
  devicesHref: string;
  onDone: () => void;
}) {
  const queryClient = useQueryClient();
  const currency = useQuery(mspPoliciesQuery()).data?.currency ?? 'USD';
  return (
    <ImportPage
      importer={useMemo(() => importer(companyId, currency), [companyId, currency])}
      crumbs={[{ label: 'Devices', href: devicesHref }]}
      fact="A device is found again by its serial number, or else by its name"
      onWritten={() => refreshDevices(queryClient)}
      onDone={onDone}
    />
  );
}
