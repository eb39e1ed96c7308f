import { notPremium } from '../graph-error.ts';
import type { Reply } from '../reply.ts';
import { instant } from '../world/dates.ts';
import { hasServicePlan, type TenantUser } from '../world.ts';
import { allowOptions, type GraphCall } from './call.ts';
import { page, pickSelected } from './collection.ts';

const PASSWORDLESS = new Set(['fido2SecurityKey', 'windowsHelloForBusiness']);

/**
 * `GET /reports/authenticationMethods/userRegistrationDetails`: second factors by user. Lists enabled accounts only, guests
 * among them, and needs Entra ID P1.
 */
export function listRegistrationDetails(call: GraphCall): Reply {
  allowOptions(call, ['$select', '$top']);
  const { tenant } = call;
  if (!hasServicePlan(tenant, 'AAD_PREMIUM')) throw notPremium();
  const admins = new Set(tenant.roleAssignments.map((row) => row.principalId));
  const pick = pickSelected(call, 'userRegistrationDetails');
  return page(call, {
    context: 'reports/authenticationMethods/userRegistrationDetails',
    rows: tenant.users.filter((user) => user.accountEnabled),
    positionOf: (user) => user.position,
    shape: (user) => pick(registrationDetails(user, admins.has(user.id), instant(call.now))),
    pageSize: 500,
    maxPageSize: 999,
  });
}

function registrationDetails(user: TenantUser, isAdmin: boolean, lastUpdatedDateTime: string): object {
  const registered = user.methods.length > 0;
  const preferred = user.methods.includes('microsoftAuthenticatorPush') ? 'push' : 'sms';
  return {
    id: user.id,
    userPrincipalName: user.userPrincipalName,
    userDisplayName: user.displayName,
    userType: user.userType.toLowerCase(),
    isAdmin,
    isSsprRegistered: registered,
    isSsprEnabled: false,
    isSsprCapable: false,
    isMfaRegistered: registered,
    isMfaCapable: registered,
    isPasswordlessCapable: user.methods.some((method) => PASSWORDLESS.has(method)),
    methodsRegistered: user.methods,
    isSystemPreferredAuthenticationMethodEnabled: true,
    systemPreferredAuthenticationMethods: registered ? [preferred] : [],
    userPreferredMethodForSecondaryAuthentication: registered ? preferred : '',
    lastUpdatedDateTime,
  };
}
