import { z } from 'zod';
import { command } from '../../_kit/command.ts';
import type { Simulator } from '../dispatch.ts';
import { HARDWARE, type HardwareModel } from '../world/hardware.ts';
import { SYSTEMS, type SystemName } from '../world/operating-systems.ts';
import { addDevice, addOrganisation, deviceNamed, organisationNamed, removeDevice } from '../world/world-changes.ts';

const instant = z.iso.datetime();
const model = z.enum(Object.keys(HARDWARE) as [HardwareModel, ...HardwareModel[]]);
const system = z.enum(Object.keys(SYSTEMS) as [SystemName, ...SystemName[]]);
const changes = z
  .strictObject({
    name: z.string().min(1),
    serial: z.string(),
    offline: z.boolean(),
    encrypted: z.boolean(),
    warranty: z.strictObject({ startAt: instant, endAt: instant }).nullable(),
    purchasedAt: instant.nullable(),
    lastContactAt: instant,
  })
  .partial();

/** Commands that change the fleet, as an administrator of the MSP would. Organisations go by id, name or code. */
export function worldCommands({ now, world }: Simulator) {
  return {
    /** The organisations with what a platform needs to find them. */
    organisations: command(z.strictObject({}).optional(), () =>
      world.organisations.map(({ code, id, name }) => ({
        code,
        id,
        name,
        devices: world.devices.filter((row) => row.organisationId === id).length,
      })),
    ),
    addOrganisation: command(z.strictObject({ code: z.string().min(1), name: z.string().min(1) }), (input) => {
      const { id } = addOrganisation(world, input, now());
      return { id };
    }),
    renameOrganisation: command(
      z.strictObject({ organisation: z.string(), name: z.string().min(1) }),
      ({ organisation, name }) => {
        organisationNamed(world, organisation).name = name;
      },
    ),
    /** Enrols a device; answers its id. */
    addDevice: command(
      z.strictObject({
        organisation: z.string(),
        name: z.string().min(1),
        model,
        system: system.optional(),
        serial: z.string().default(''),
      }),
      ({ organisation, ...input }) => {
        const { id } = addDevice(world, organisationNamed(world, organisation), input, now());
        return { id };
      },
    ),
    /** Changes a device by id or name. */
    updateDevice: command(z.strictObject({ device: z.string(), changes }), (input) => {
      Object.assign(deviceNamed(world, input.device), input.changes);
    }),
    /** Removes a device by id or name. */
    removeDevice: command(z.strictObject({ device: z.string() }), ({ device }) =>
      removeDevice(world, deviceNamed(world, device)),
    ),
  };
}
