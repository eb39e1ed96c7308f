import { z } from 'zod';
import { command } from '../../_kit/command.ts';
import type { Simulator } from '../dispatch.ts';
import {
  addUser,
  assignLicence,
  findUser,
  removeLicence,
  removeUser,
  setControlScore,
  setControlState,
  setSeats,
  tenantNamed,
  updateUser,
} from '../world/world-changes.ts';

const tenant = z.string();
const someone = { tenant, user: z.string() };
const licence = z.strictObject({ ...someone, skuPartNumber: z.string() });

/** Commands that change the simulated tenants, as administrators of the clients would. Tenants go by id, domain or code. */
export function worldCommands(simulator: Simulator) {
  const { now, world } = simulator;
  return {
    /** The tenants with what a platform needs to connect to them. */
    tenants: command(z.strictObject({}).optional(), () =>
      world.tenants.map((row) => ({
        code: row.code,
        id: row.id,
        displayName: row.displayName,
        consented: row.consent.granted,
        users: row.users.length,
      })),
    ),
    addUser: command(
      z.strictObject({
        tenant,
        displayName: z.string().min(1),
        userType: z.enum(['Member', 'Guest']).default('Member'),
        licences: z.array(z.string()).default([]),
        accountEnabled: z.boolean().default(true),
      }),
      ({ tenant: name, ...input }) => {
        const { id, userPrincipalName } = addUser(tenantNamed(world, name), input, now());
        return { id, userPrincipalName };
      },
    ),
    updateUser: command(
      z.strictObject({
        ...someone,
        changes: z
          .strictObject({
            displayName: z.string(),
            jobTitle: z.string().nullable(),
            department: z.string().nullable(),
            officeLocation: z.string().nullable(),
            accountEnabled: z.boolean(),
            methods: z.array(z.string()),
          })
          .partial(),
      }),
      (input) => {
        const owner = tenantNamed(world, input.tenant);
        updateUser(owner, findUser(owner, input.user), input.changes);
      },
    ),
    removeUser: command(z.strictObject(someone), (input) => {
      const owner = tenantNamed(world, input.tenant);
      removeUser(owner, findUser(owner, input.user));
    }),
    assignLicence: command(licence, (input) => {
      const owner = tenantNamed(world, input.tenant);
      assignLicence(owner, findUser(owner, input.user), input.skuPartNumber, now());
    }),
    removeLicence: command(licence, (input) => {
      const owner = tenantNamed(world, input.tenant);
      removeLicence(owner, findUser(owner, input.user), input.skuPartNumber);
    }),
    setSeats: command(z.strictObject({ tenant, skuPartNumber: z.string(), seats: z.int().min(0) }), (input) =>
      setSeats(tenantNamed(world, input.tenant), input.skuPartNumber, input.seats),
    ),
    setControlScore: command(z.strictObject({ tenant, control: z.string(), score: z.number() }), (input) =>
      setControlScore(tenantNamed(world, input.tenant), input.control, input.score, now()),
    ),
    setControlState: command(
      z.strictObject({
        tenant,
        control: z.string(),
        state: z.enum(['Default', 'Ignored', 'ThirdParty', 'Reviewed']),
        comment: z.string().default(''),
      }),
      (input) => setControlState(tenantNamed(world, input.tenant), input.control, input.state, input.comment, now()),
    ),
  };
}
