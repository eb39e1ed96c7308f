import type { Reply } from '../reply.ts';
import { PLAN_IDS, SKUS } from '../world/skus.ts';
import type { Subscription, Tenant } from '../world.ts';
import { allowOptions, type GraphCall } from './call.ts';
import { page, pickSelected } from './collection.ts';

function planInfo(plan: string): object {
  return { servicePlanId: PLAN_IDS[plan], servicePlanName: plan, provisioningStatus: 'Success', appliesTo: 'User' };
}

function subscribedSku(tenant: Tenant, subscriptions: Subscription[]): object {
  const skuPartNumber = subscriptions[0]?.skuPartNumber ?? 'FLOW_FREE';
  const { skuId, plans } = SKUS[skuPartNumber];
  const holds = (licence: { skuPartNumber: string }) => licence.skuPartNumber === skuPartNumber;
  return {
    accountName: tenant.domains.find((domain) => domain.isInitial)?.name.split('.')[0],
    accountId: tenant.id,
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: tenant.users.filter((user) => user.licences.some(holds)).length,
    id: `${tenant.id}_${skuId}`,
    skuId,
    skuPartNumber,
    subscriptionIds: subscriptions.map((row) => row.id),
    prepaidUnits: {
      enabled: subscriptions.reduce((seats, row) => seats + row.seats, 0),
      suspended: 0,
      warning: 0,
      lockedOut: 0,
    },
    servicePlans: plans.map(planInfo),
  };
}

/** `GET /subscribedSkus`: seats bought and used by SKU. Supports only `$select`, and is not paged. */
export function listSubscribedSkus(call: GraphCall): Reply {
  allowOptions(call, ['$select']);
  const bySku = Map.groupBy(call.tenant.subscriptions, (row) => row.skuPartNumber);
  return page(call, {
    context: 'subscribedSkus',
    rows: [...bySku.values()].map((subscriptions) => subscribedSku(call.tenant, subscriptions)),
    positionOf: (_row, index) => index,
    shape: pickSelected(call, 'subscribedSku'),
    pageSize: 999,
    maxPageSize: 999,
  });
}

/** `GET /directory/subscriptions`: the orders behind the SKUs with the date of their next state. */
export function listSubscriptions(call: GraphCall): Reply {
  allowOptions(call, ['$select', '$top']);
  const { tenant } = call;
  const rows = tenant.subscriptions.map((row) => ({
    id: row.id,
    commerceSubscriptionId: row.id,
    createdDateTime: row.createdAt,
    isTrial: row.isTrial,
    nextLifecycleDateTime: row.nextLifecycleAt,
    ownerId: null,
    ownerTenantId: null,
    ownerType: 'User',
    serviceStatus: SKUS[row.skuPartNumber].plans.map(planInfo),
    skuId: SKUS[row.skuPartNumber].skuId,
    skuPartNumber: row.skuPartNumber,
    status: 'Enabled',
    totalLicenses: row.seats,
  }));
  return page(call, {
    context: 'directory/subscriptions',
    rows,
    positionOf: (_row, index) => index,
    shape: pickSelected(call, 'companySubscription'),
    pageSize: 100,
    maxPageSize: 999,
  });
}
