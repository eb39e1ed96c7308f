// Runs inside each worker thread and hosts one function. Plain JavaScript on purpose: stripping types would cost every
// worker some 25 ms and 5 MB, and this file is the only one that loads in all of them.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// Logs reach the parent over another channel than results. Knowing whether a call wrote anything lets its answer wait for
// its log lines, so that whoever sees the answer also sees them.
let written = false;
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = (...parameters) => {
    written = true;
    return write(...parameters);
  };
}
const flushed = (stream) => new Promise((resolve) => stream.write('', resolve));

// The seed lets functions live in earlier years (`FunctionTime`): their clock is then behind the machine's.
const MachineDate = Date;
let behindMs = 0;
class EarlierDate extends MachineDate {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(MachineDate.now() - behindMs);
  }
  static now() {
    return MachineDate.now() - behindMs;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof MachineDate;
  }
}
function setClock(behind) {
  behindMs = behind;
  globalThis.Date = behind === 0 ? MachineDate : EarlierDate;
}

// What V8 makes of the code is kept for the next worker: its start then takes a fifth less of the processor.
enableCompileCache(workerData.compiled);
let kept = false;
function keepCompiled() {
  if (!kept) flushCompileCache();
  kept = true;
}

const { handler } = await import(workerData.bundle);
if (typeof handler !== 'function') throw new TypeError(`${workerData.bundle} exports no function named handler.`);

parentPort.on('message', async ({ event, context, deadline, behindMs: behind }) => {
  setClock(behind);
  const outcome = await outcomeOf(event, {
    ...context,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - MachineDate.now()),
  });
  if (written) await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  written = false;
  parentPort.postMessage(outcome);
  keepCompiled();
});
parentPort.postMessage({ ready: true });

async function outcomeOf(event, context) {
  try {
    return { result: JSON.stringify((await handler(JSON.parse(event), context)) ?? null) };
  } catch (error) {
    if (!(error instanceof Error)) return { error: { errorType: 'Error', errorMessage: String(error), trace: [] } };
    return {
      error: { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') },
    };
  }
}
