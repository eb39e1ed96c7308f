/**
 * Stands in for the SDK's default credential chain (profiles, SSO, containers, web identity), which no function uses: every
 * client here is given its keys. A client made without them says so instead of looking for some.
 */
export const defaultProvider = () => async () => {
  throw new Error('This client was made without credentials: pass keys, see functions/_kit/clients.');
};
export const credentialsTreatedAsExpired = () => false;
export const credentialsWillNeedRefresh = () => false;
