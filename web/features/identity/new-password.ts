import { z } from 'zod';
import { NewMsp } from '../../../shared/identity/msp.ts';
import { contextWords, NewPassword, passwordProblem } from '../../../shared/identity/password.ts';
import { line } from '../../../shared/kernel/text.ts';

/** A new password as the API will judge it, with what is known about the person by now. */
export const newPasswordOf = (...facts: string[]) =>
  NewPassword.superRefine((password, context) => {
    // Without context it is judged above already.
    const problem = passwordProblem(password) ? undefined : passwordProblem(password, contextWords(...facts));
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

/** A new password of somebody of whom nothing is known here. */
export const ChosenPassword = z.strictObject({ password: newPasswordOf() });

/** Name and new password of somebody who comes in by an invitation to `email`. */
export const NewLogin = (email: string, mspName: string) =>
  z.strictObject({ name: line('your name'), password: NewPassword }).superRefine((login, context) => {
    const words = contextWords(email, mspName, login.name);
    const problem = passwordProblem(login.password) ? undefined : passwordProblem(login.password, words);
    if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem });
  });

/** An MSP with its first owner, as the API will judge it. */
export const Opening = NewMsp.superRefine(({ password, email, name, mspName, slug }, context) => {
  const words = contextWords(email, name, mspName, slug);
  const problem = passwordProblem(password) ? undefined : passwordProblem(password, words);
  if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem });
});
