import { z } from 'zod';
import type { SkuOrder, SkuSeats } from '../../../shared/m365/licence.ts';
import { type DataSet, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { OrderEntity, SeatsEntity } from '../tenant.entity.ts';
import { mirrored } from './mirrored.ts';

const count = z.number().int().min(0).catch(0);

/** Source: Microsoft Graph, "subscribedSku resource type". */
const SubscribedSku = z.object({
  skuId: z.guid(),
  skuPartNumber: z.string().min(1).max(80),
  consumedUnits: z.number().int().min(0),
  prepaidUnits: z.object({ enabled: z.number().int().min(0), suspended: count, warning: count }),
  /** Licences of people; those of a company as a whole have no seats to assign. */
  appliesTo: z.string().nullish(),
});

export const licences: DataSet<SkuSeats> = {
  name: 'licences',
  listing: 'full',
  parts: 1,
  request: () => ({
    path: '/subscribedSkus',
    query: { $select: 'skuId,skuPartNumber,consumedUnits,prepaidUnits,appliesTo' },
  }),
  read: (row) => {
    const parsed = SubscribedSku.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error, 'skuId', 'skuPartNumber');
    const { skuId, skuPartNumber: partNumber, consumedUnits: assigned, prepaidUnits } = parsed.data;
    const { enabled: purchased, suspended, warning } = prepaidUnits;
    const content = { skuId, partNumber, purchased, assigned, suspended, warning };
    return { kind: 'record', key: vendorKey(skuId), label: partNumber, content };
  },
  ...mirrored(SeatsEntity, (content: SkuSeats) => content),
};

/** Source: Microsoft Graph, "companySubscription resource type". */
const CompanySubscription = z.object({
  id: z.string().min(1),
  skuId: z.guid(),
  skuPartNumber: z.string().nullish(),
  status: z.string(),
  isTrial: z.boolean().nullish(),
  totalLicenses: count,
  nextLifecycleDateTime: z.iso.datetime({ offset: true }).nullish(),
});

export const subscriptions: DataSet<SkuOrder> = {
  name: 'subscriptions',
  listing: 'full',
  parts: 1,
  request: () => ({ path: '/directory/subscriptions' }),
  read: (row) => {
    const parsed = CompanySubscription.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error, 'id', 'skuPartNumber');
    const { id, skuId, status, isTrial, totalLicenses: seats, nextLifecycleDateTime, skuPartNumber } = parsed.data;
    const nextChange = nextLifecycleDateTime?.slice(0, 10);
    const content = { skuId, seats, trial: isTrial ?? false, status, ...(nextChange ? { nextChange } : {}) };
    return { kind: 'record', key: vendorKey(id), label: skuPartNumber ?? id, content };
  },
  ...mirrored(OrderEntity, (content: SkuOrder) => content),
};
