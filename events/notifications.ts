import { z } from 'zod';
import { Id, UserId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

/** A digest of what a person has not read is to go out. */
export const digestPlanned = fact('notifications.digest.planned', 1, z.object({ userId: UserId, mailId: Id }));
