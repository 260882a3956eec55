import { randomUUID } from "node:crypto";
import { mkdir, readdir, stat, unlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type SessionLocks } from "../aws/chain/resolve/session-lock";

type Release = () => Promise<void>;

/** How often an owner shows that it lives, by the time of its file. */
const BEAT_MS = 1_000;

/** A file this far from now, in either direction since clocks are set back too, has an owner that may be dead. */
const SILENCE_MS = 3.5 * BEAT_MS;

/** How long such an owner has to show that it is not: after the machine has slept, every owner was silent. */
const GRACE_MS = 1.5 * BEAT_MS;

/** After this long nobody is coming back, not even from a machine that slept through the night. */
const FORGOTTEN_MS = 7 * 24 * 60 * 60 * 1_000;

/** How often, and after how long, the first of several claimants looks whether the others have stepped back. */
const LOOKS = 20;
const LOOK_AGAIN_MS = 10;

/**
 * Locks among the commands of this launcher, whichever process or thread each runs in, as empty files in a folder.
 *
 * Every claim is a file of its own, and who made one has the lock once it sees no other: of two at once, at least the
 * later sees the other's. No file is ever taken over, which is where proper-lockfile 4 lets two owners in: both find
 * the file of a dead one, and the second removes what the first has just made in its place (its issue 121).
 *
 * Where the folder cannot be written, a lock holds within this command only. Nobody shall be kept from a console by a
 * full disk; all that can happen is that another command asks for a code as well.
 *
 * @param folder absolute; made when it is first needed
 */
export function createSessionLocks(folder: string): SessionLocks {
  return {
    async tryAcquire(key) {
      try {
        await mkdir(folder, { recursive: true });
        return await claimInFolder(folder, key);
      } catch {
        return claimInMemory(path.join(folder, key));
      }
    },
  };
}

async function claimInFolder(folder: string, key: string): Promise<Release | undefined> {
  if ((await livingClaims(folder, key)).length > 0) return undefined;
  const own = `${key}.${randomUUID()}`;
  const file = path.join(folder, own);
  await writeFile(file, "", { flag: "wx" });
  try {
    await beat(file);
    for (let look = 0; look < LOOKS; look++) {
      const claims = await livingClaims(folder, key);
      // All others step back before the first, and so does one whom the others took for dead.
      if (claims[0] !== own) break;
      if (claims.length === 1) return hold(file);
      await setTimeout(LOOK_AGAIN_MS);
    }
  } catch (error) {
    await withdraw(file);
    throw error;
  }
  await withdraw(file);
  return undefined;
}

/** The names of the claims whose owners live, in an order that is everybody's. Clears those of the dead. */
async function livingClaims(folder: string, key: string): Promise<readonly string[]> {
  const all = await readdir(folder);
  const claims = all.filter((name) => name.startsWith(`${key}.`));
  for (const other of all) if (!claims.includes(other)) await clearForgotten(path.join(folder, other));
  const living: string[] = [];
  const silent: string[] = [];
  for (const claim of claims) {
    const sign = await signOfLife(path.join(folder, claim));
    if (sign === "alive") living.push(claim);
    if (sign === "silent") silent.push(claim);
  }
  if (silent.length > 0) await setTimeout(GRACE_MS);
  for (const claim of silent) {
    const sign = await signOfLife(path.join(folder, claim));
    if (sign === "alive") living.push(claim);
    if (sign === "silent") await withdraw(path.join(folder, claim));
  }
  return living.sort();
}

/** A dead owner's claim of a session that nobody wants again would stay for ever. */
async function clearForgotten(claim: string): Promise<void> {
  const found = await stat(claim).catch(() => undefined);
  if (found && Math.abs(Date.now() - found.mtimeMs) > FORGOTTEN_MS) await withdraw(claim);
}

async function signOfLife(claim: string): Promise<"alive" | "silent" | "gone"> {
  try {
    const { mtimeMs } = await stat(claim);
    return Math.abs(Date.now() - mtimeMs) <= SILENCE_MS ? "alive" : "silent";
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "gone";
    throw error;
  }
}

/** Keeps a claim alive, however long its owner waits for its user. */
function hold(claim: string): Release {
  // An owner whose claim was cleared was silent for too long. It goes on: a second code is better than none.
  const beats = setInterval(() => beat(claim).catch(() => undefined), BEAT_MS);
  beats.unref();
  return async () => {
    clearInterval(beats);
    await withdraw(claim);
  };
}

/** By this machine's clock, since a file server's own may differ. */
async function beat(claim: string): Promise<void> {
  const now = new Date();
  await utimes(claim, now, now);
}

/** A claim that cannot be removed ends by itself, without beats. */
async function withdraw(claim: string): Promise<void> {
  await unlink(claim).catch(() => undefined);
}

const claimedInMemory = new Set<string>();

function claimInMemory(name: string): Release | undefined {
  if (claimedInMemory.has(name)) return undefined;
  claimedInMemory.add(name);
  let isHeld = true;
  return async () => {
    if (isHeld) claimedInMemory.delete(name);
    isHeld = false;
  };
}
