import type { z } from 'zod';
import { ChosenDevices } from '../devices/attached-device.ts';
import { DeviceId } from '../kernel/id.ts';
import { OneGoal } from './goal.ts';

/** Devices that a goal is about: those of "No computer past its lifespan". */
export const GoalDevices = OneGoal.extend({ deviceIds: ChosenDevices });
export type GoalDevices = z.infer<typeof GoalDevices>;

export const GoalDevice = OneGoal.extend({ deviceId: DeviceId });
export type GoalDevice = z.infer<typeof GoalDevice>;
