import type { ZodType } from 'zod';
import { Code, Proof } from '../../../shared/identity/session.ts';

/** A proof of who is at the keyboard: the code is asked for where a second factor is set up. */
export const proofOf = (secondFactor: boolean): ZodType<Proof, Proof> =>
  secondFactor ? Proof.extend({ code: Code }) : Proof;

export const noProof = (secondFactor: boolean): Proof => ({ password: '', ...(secondFactor ? { code: '' } : {}) });
