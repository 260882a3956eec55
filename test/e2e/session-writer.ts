import { writeSync } from "node:fs";
import { setImmediate, setTimeout } from "node:timers/promises";
import { environment, LocalStorage } from "@raycast/api";
import { createSessionLocks } from "../../src/launcher/create-session-locks";
import { createSessionStore } from "../../src/launcher/create-session-store";
import { fingerprint, plannedWrite } from "./planned-write";

/**
 * A command that writes the planned sessions into the launcher's storage, from one number on, until it is killed. First it
 * says what it finds there, `found` and the fingerprints by key, then `wrote` and the number of each write that is done.
 * With a key it takes the lock of that before it writes.
 */
async function main([seed, from, lockKey]: readonly string[]): Promise<never> {
  const store = createSessionStore(LocalStorage, () => new Date());
  const found = [...(await store.readAll())].map(([key, session]) => [key, fingerprint(session)]);
  say(`found ${JSON.stringify(Object.fromEntries(found))}`);

  const locks = createSessionLocks(environment.supportPath);
  while (lockKey !== undefined && !(await locks.tryAcquire(lockKey))) await setTimeout(50);
  for (let number = Number(from); ; number++) {
    const { key, session } = plannedWrite(Number(seed), number);
    await store.write(key, session);
    say(`wrote ${number}`);
    // The lock wants to show that it lives.
    await setImmediate();
  }
}

/** At once: what was said before a kill is to be heard after it. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

main(process.argv.slice(3)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
