import { Units } from '../units.ts';

/** Units of a call, for its scope: something happens before its first write, such as what somebody else does meanwhile. */
export class Trap extends Units {
  #spring: (() => Promise<void>) | undefined;

  constructor(spring: () => Promise<void>) {
    super();
    this.#spring = spring;
  }

  override async count<T extends object>(kind: 'read' | 'write', call: () => Promise<T>): Promise<T> {
    const spring = kind === 'write' ? this.#spring : undefined;
    if (spring) this.#spring = undefined;
    await spring?.();
    return super.count(kind, call);
  }
}
