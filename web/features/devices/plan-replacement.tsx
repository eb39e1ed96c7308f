import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { quarterKey, quarterLabel } from '../../../shared/devices/fiscal-quarters.ts';
import type { ChosenDevice } from '../../../shared/devices/several-devices.ts';
import { countedDevices } from '../../../shared/devices/words.ts';
import { addMonths, dateIn } from '../../../shared/kernel/calendar.ts';
import { MOST_REPLACED, TOO_MANY_REPLACED } from '../../../shared/planner/device-replacement.ts';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { Field } from '../../ui/field.tsx';
import { counted } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { asProblem } from '../../ui/problem.ts';
import { refusalWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import type { DeviceClient, ReplaceDevices } from './device-client.ts';
import { refreshDevices } from './queries.ts';
import { byClient, kindsOf } from './replacement-parts.ts';

const OFFERED = 8;
const FIRST_DUE = 'due';

/** Plans the replacement of devices: one item a client, priced by its policies. What is refused stays and says why. */
export default function PlanReplacement({
  devices,
  client,
  clientName,
  replace,
  onClose,
  onDone,
}: {
  devices: readonly ChosenDevice[];
  /** Absent over all clients, whose fiscal quarters differ. */
  client?: DeviceClient;
  clientName?: (companyId: string) => ReactNode;
  replace: ReplaceDevices;
  onClose: () => void;
  /** All of them are planned. */
  onDone?: () => void;
}) {
  const { timeZone } = useLocale();
  const queryClient = useQueryClient();
  const [left, setLeft] = useState(() => byClient(devices));
  const [quarter, setQuarter] = useState(FIRST_DUE);
  const [failures, setFailures] = useState<readonly { companyId: string; why: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const today = dateIn(timeZone, new Date());
  const quarters = client
    ? Array.from({ length: OFFERED }, (_, at) => {
        const name = quarterKey(addMonths(today, at * 3), client.fiscalYearStart);
        return { value: name, label: quarterLabel(name, client.fiscalYearStart) };
      })
    : [];
  const rest = left.flatMap((part) => part.devices);
  const { kinds, minor } = kindsOf(rest);
  const currency = rest[0]?.currency;
  const tooMany = left.some((part) => part.devices.length > MOST_REPLACED);

  const send = async () => {
    setBusy(true);
    const failed: typeof left = [];
    const reasons: { companyId: string; why: string }[] = [];
    const made: Awaited<ReturnType<ReplaceDevices>>[] = [];
    for (const part of left) {
      const deviceIds = part.devices.map(({ deviceId }) => deviceId);
      const when = quarter === FIRST_DUE ? undefined : quarter;
      try {
        made.push(await replace({ companyId: part.companyId, deviceIds, quarter: when }));
      } catch (error) {
        failed.push(part);
        const [field] = asProblem(error)?.errors ?? [];
        reasons.push({ companyId: part.companyId, why: field?.message ?? refusalWords(error) });
      }
    }
    await refreshDevices(queryClient);
    setBusy(false);
    const [first] = made;
    if (first) {
      toast({
        title: made.length === 1 ? 'Added to the planner' : `${made.length} items added to the planner`,
        detail: made.length === 1 ? first.title : undefined,
        action: made.length === 1 ? { label: 'Open', run: first.open } : undefined,
      });
    }
    if (failed.length === 0) {
      onDone?.();
      onClose();
      return;
    }
    setLeft(failed);
    setFailures(reasons);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Plan the replacement of ${counted(rest.length, 'device')}`}
      description={`${left.length > 1 ? `${left.length} items, one a client,` : 'One planner item'} priced by the lifecycle policies and linked to each device. Nothing reaches a client until published.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabled={tooMany} onClick={() => void send()}>
            {failures.length > 0 ? 'Try again' : 'Add to planner'}
          </Button>
        </>
      }
    >
      {tooMany ? (
        <Callout tone="warn" title="Too many for one item">
          {TOO_MANY_REPLACED}
        </Callout>
      ) : null}
      {failures.length > 0 ? (
        <div role="alert">
          <Callout tone="bad" title="Not planned">
            <ul>
              {failures.map(({ companyId, why }) => (
                <li key={companyId}>
                  {clientName ? <>{clientName(companyId)}: </> : null}
                  {why}
                </li>
              ))}
            </ul>
          </Callout>
        </div>
      ) : null}
      {client ? (
        <Field label="Quarter">
          <NativeSelect
            options={[{ value: FIRST_DUE, label: 'When the first of them falls due' }, ...quarters]}
            value={quarter}
            onChange={(event) => setQuarter(event.target.value)}
          />
        </Field>
      ) : null}
      <LedgerList
        rows={[
          ...kinds.map((kind) => ({
            id: kind.type,
            label: countedDevices(kind.type, kind.count),
            value:
              kind.minor > 0 ? (
                <Money minor={kind.minor} currency={currency} />
              ) : (
                <span className="font-normal text-ink-3">No price</span>
              ),
          })),
          { id: 'total', label: 'Hardware, likely', value: <Money minor={minor} currency={currency} />, total: true },
        ]}
      />
      <p className="text-ink-3 text-meta">The hours of each exchange come on top, at the rate of the client.</p>
    </Dialog>
  );
}
