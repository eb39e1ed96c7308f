/** The secret of an authenticator in groups of four, as people type it; spaces do not count to any app. */
export function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** What is kept in the file of recovery codes: for whom they are, when they were made, and one a line. */
export function recoveryFile(codes: readonly string[], facts: { msp: string; email: string; day: string }): string {
  return [
    `Recovery codes of ${facts.email} for ${facts.msp}`,
    `Made on ${facts.day}. Each works once in place of the authenticator app. Earlier codes are void.`,
    '',
    ...codes,
    '',
  ].join('\r\n');
}
