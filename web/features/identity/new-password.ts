import { z } from 'zod';
import { contextWords, NewPassword, passwordProblem } from '../../../shared/identity/password.ts';

/** What the field says before anything is typed: length, and what is refused. */
export const PASSWORD_HELP =
  'At least 12 characters; a few unrelated words work well. Much-used passwords, repeats, and your name, address or company are refused.';

/** A new password as the API will judge it, with what is known about the person by now. */
export const newPasswordOf = (...facts: string[]) =>
  NewPassword.superRefine((password, context) => {
    // Without context it is judged above already.
    const problem = passwordProblem(password) ? undefined : passwordProblem(password, contextWords(...facts));
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

/** Name and new password of somebody who comes in by an invitation to `email`. */
export const NewLogin = (email: string, mspName: string, name: z.ZodType<string, string>) =>
  z.strictObject({ name, password: NewPassword }).superRefine((login, context) => {
    const words = contextWords(email, mspName, login.name);
    const problem = passwordProblem(login.password) ? undefined : passwordProblem(login.password, words);
    if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem });
  });
