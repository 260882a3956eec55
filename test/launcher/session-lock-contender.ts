import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { createSessionLocks } from "../../src/launcher/create-session-locks";

/**
 * A command that wants a lock, as a script of its own for a process or a worker thread: waits until it has it, says
 * `held`, and keeps it until it is killed. With a file and a number it counts up in the file so often instead, each time
 * under the lock, and ends.
 */
async function main([folder = "", key = "", counter, rounds = "0"]: readonly string[]): Promise<void> {
  const acquire = async () => {
    for (;;) {
      const release = await createSessionLocks(folder).tryAcquire(key);
      if (release) return release;
      await setTimeout(Math.random() * 20);
    }
  };
  if (counter === undefined) {
    await acquire();
    console.log("held");
    setInterval(() => undefined, 60_000);
    return;
  }
  for (let round = 0; round < Number(rounds); round++) {
    const release = await acquire();
    const count = Number(await readFile(counter, "utf8"));
    await setTimeout(1);
    await writeFile(counter, String(count + 1));
    await release();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
