/** True for the name itself and for the name without application and stage: `companies-api` is `fairlead-local-companies-api`. */
export function isNamed(full: string | undefined, name: string): boolean {
  return full === name || full?.replace(/^[^-]+-[^-]+-/, '') === name;
}
