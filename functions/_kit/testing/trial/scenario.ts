import type { Feature } from '../../../../shared/kernel/features.ts';
import type { Write } from './client.ts';
import type { Blind } from './picture.ts';

/** What a scenario acts with. */
export interface Hand {
  /** A write of the feature under trial; repeats it under its key when the weather demands. @throws when it is refused */
  write<T>(write: Write): Promise<T>;
  /** The scenario's last write: its answer may be lost for good, so nothing is told of it. */
  last(write: Write): Promise<void>;
  /** Lets every fact told so far reach its subscribers. What is not settled within the scenario arrives after its end. */
  settle(): Promise<void>;
}

/** A story about one feature, played once undisturbed and then in every kind of weather. */
export interface Scenario<World extends { mspId: string }> {
  feature: Feature;
  /** An MSP of its own with whatever the story needs; in fair weather. */
  prepare(): Promise<World>;
  /** Every write of the feature, in words of the product. */
  play(world: World, hand: Hand): Promise<void>;
  /** What must hold afterwards, whatever happened on the way. */
  holds?(world: World): Promise<void>;
  /** Writes that this story leaves to another test, with the reason. */
  elsewhere?: Readonly<Record<string, string>>;
  /** Fields, by entity, on which the order of delivery may leave its mark: how often a row was written on its way. */
  blind?: Blind;
  /** Lines of the picture that tell of the way and not of the end: each state on it that was looked at leaves one. */
  trail?: RegExp;
  /** Its subscribers do things outside (mail) at most once: what is cut off stays undone, so only the first fact is cut. */
  atMostOnce?: boolean;
  /** Features whose subscribers hear of it too, beside its own. */
  heardBy?: readonly Feature[];
}
