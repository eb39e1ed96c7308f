import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { forgetState, StateOwner } from './owner.ts';

const folders: string[] = [];
function folder(): string {
  const state = mkdtempSync(join(tmpdir(), 'fairlead-owner-'));
  folders.push(state);
  return state;
}
afterAll(() => {
  for (const state of folders) rmSync(state, { recursive: true, force: true });
});
const claimOf = (state: string) => join(state, 'owner.json');

describe('a state folder', () => {
  it('belongs to one local cloud at a time', () => {
    const state = folder();
    const first = new StateOwner(state);
    expect(() => new StateOwner(state)).toThrow(/is in use by process \d+: stop that local cloud first/);
    first.release();
    new StateOwner(state).release();
    expect(existsSync(claimOf(state))).toBe(false);
  });

  it('is refused while another process has it, and free once that process is gone', async () => {
    const state = folder();
    const other = spawn('sleep', ['60']);
    const claim = { owner: other.pid, ownerCommand: 'sleep 60' };
    writeFileSync(claimOf(state), JSON.stringify(claim));
    expect(() => new StateOwner(state)).toThrow(`in use by process ${other.pid}`);
    const gone = once(other, 'exit');
    other.kill('SIGKILL');
    await gone;
    new StateOwner(state).release();
  });

  it('has the engine of a killed run ended, and no other process of that number', async () => {
    const state = folder();
    const engine = spawn('tail', ['-f', '/dev/null', join(state, 'app.db')], { stdio: 'ignore' });
    const bystander = spawn('sleep', ['60']);
    const gone = once(engine, 'exit');
    for (const pid of [bystander.pid, engine.pid]) {
      writeFileSync(claimOf(state), JSON.stringify({ owner: 999_999_999, ownerCommand: 'node', engine: pid }));
      new StateOwner(state).release();
    }
    await gone;
    expect(bystander.exitCode).toBeNull();
    bystander.kill();
  });

  it('says what to do about a claim it cannot read', () => {
    const state = folder();
    writeFileSync(claimOf(state), '{');
    expect(() => new StateOwner(state)).toThrow(
      /owner.json is not readable JSON: end leftover engines of .+ and delete it/,
    );
  });
});

describe('forgetting a state folder', () => {
  it('is refused while a local cloud uses it, and nothing is lost', () => {
    const state = folder();
    writeFileSync(join(state, 'app.db'), 'rows');
    const user = new StateOwner(state);
    expect(() => forgetState(state)).toThrow('stop that local cloud first');
    expect(existsSync(join(state, 'app.db'))).toBe(true);
    user.release();
  });

  it('ends the engine of a killed run and deletes everything', async () => {
    const state = folder();
    const engine = spawn('tail', ['-f', '/dev/null', join(state, 'app.db')], { stdio: 'ignore' });
    const gone = once(engine, 'exit');
    writeFileSync(claimOf(state), JSON.stringify({ owner: 999_999_999, ownerCommand: 'node', engine: engine.pid }));
    forgetState(state);
    await gone;
    expect(existsSync(state)).toBe(false);
  });

  it('does nothing where there is none, and leaves the name free for the next', () => {
    const state = folder();
    forgetState(state);
    forgetState(state);
    new StateOwner(state).release();
    expect(existsSync(state)).toBe(true);
  });
});
