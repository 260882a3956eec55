import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Readable, type Writable } from "node:stream";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { demoUser } from "../../../aws-double/demo-world";

const SCRIPT = path.join(import.meta.dirname, "opening-command.ts");
const PATIENT = { timeout: 90_000 };
/** Long enough for a process to start on a busy machine, and for the locks of a dead one to be cleared. */
const SOON = { timeout: 40_000 };

let double: AwsDouble;
let support: string;

beforeEach(async () => {
  double = await startAwsDouble();
  support = await mkdtemp(path.join(tmpdir(), "role-chains-commands-"));
  onTestFinished(async () => {
    await double.close();
    await rm(support, { recursive: true });
  });
});

/** A command that opens demo-role2, in a process of its own. */
class OpeningCommand {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #closed: Promise<unknown>;
  #output = "";

  constructor() {
    const args = ["--import", "tsx", SCRIPT, double.url, support];
    this.#process = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.#closed = once(this.#process, "close");
    this.#process.stdout.setEncoding("utf8").on("data", (text: string) => (this.#output += text));
  }

  /** The lines that it has said, without repetitions. */
  get said(): readonly string[] {
    const lines = this.#output.split("\n").slice(0, -1);
    return lines.filter((line, index) => line !== lines[index - 1]);
  }

  async until(line: string): Promise<void> {
    await vi.waitUntil(() => this.said.includes(line), SOON);
  }

  tell(line: string): void {
    this.#process.stdin.write(`${line}\n`);
  }

  tellCode(): void {
    this.tell(double.mfaCode(demoUser.mfaSerial));
  }

  /** The access key id of the session that it opens with. */
  async opened(): Promise<string> {
    return vi.waitUntil(() => /^opened (\w+)$/m.exec(this.#output)?.[1], SOON);
  }

  /** Ends it as the launcher may: at once, without a word. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#closed;
  }
}

/** A command that is about to open. */
async function readyCommand(): Promise<OpeningCommand> {
  const command = new OpeningCommand();
  onTestFinished(() => command.kill());
  await command.until("ready");
  return command;
}

/** What STS was asked for, roles by their ARNs. */
function calls(): readonly string[] {
  return double.calls.map(({ action, parameters }) => parameters["RoleArn"] ?? action);
}

const ROLE1 = "arn:aws:iam::222222222222:role/demo-role1";
const ROLE2 = "arn:aws:iam::333333333333:role/demo-role2";

/** A third command, which finds all made and nobody in its way. */
async function expectSettled(accessKeyId: string): Promise<void> {
  expect(await readdir(path.join(support, "locks"))).toEqual([]);
  const before = calls().length;
  const third = await readyCommand();
  third.tell("open");
  expect(await third.opened()).toBe(accessKeyId);
  expect(third.said).toEqual(["ready", `opened ${accessKeyId}`]);
  expect(calls()).toHaveLength(before);
}

describe("two commands in processes of their own", () => {
  it("open one chain at the same time with one prompt and each call once", PATIENT, async () => {
    const commands = await Promise.all([readyCommand(), readyCommand()]);
    for (const command of commands) command.tell("open");
    const asking = await vi.waitUntil(() => commands.find(({ said }) => said.includes("prompt")), SOON);
    const [waiting] = commands.filter((command) => command !== asking);
    await waiting?.until("waiting");
    asking.tellCode();

    const [one, other] = await Promise.all(commands.map((command) => command.opened()));
    expect(other).toBe(one);
    expect(asking.said).toEqual(["ready", "prompt", `opened ${one}`]);
    expect(waiting?.said).toEqual(["ready", "waiting", `opened ${one}`]);
    expect(calls()).toEqual(["GetSessionToken", ROLE1, ROLE2]);
    await expectSettled(String(one));
  });

  it("do not wait for one that is killed while it asks for the code: the other asks itself", PATIENT, async () => {
    const [killed, other] = await Promise.all([readyCommand(), readyCommand()]);
    killed.tell("open");
    await killed.until("prompt");
    other.tell("open");
    await other.until("waiting");
    await killed.kill();

    await other.until("prompt");
    other.tellCode();
    const opened = await other.opened();
    expect(calls()).toEqual(["GetSessionToken", ROLE1, ROLE2]);
    await expectSettled(opened);
  });

  it("need one code where one is killed when it has the user's session and no role yet", PATIENT, async () => {
    const [killed, other] = await Promise.all([readyCommand(), readyCommand()]);
    double.failNext({ service: "sts", action: "AssumeRole", as: "hang" });
    killed.tell("open");
    await killed.until("prompt");
    killed.tellCode();
    await vi.waitUntil(() => calls().includes(ROLE1), SOON);
    other.tell("open");
    await other.until("waiting");
    await killed.kill();

    const opened = await other.opened();
    expect(other.said).toEqual(["ready", "waiting", `opened ${opened}`]);
    expect(calls()).toEqual(["GetSessionToken", ROLE1, ROLE1, ROLE2]);
    await expectSettled(opened);
  });
});
