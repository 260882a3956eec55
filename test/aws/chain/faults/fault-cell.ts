import { OpeningCancelled } from "../../../../src/aws/chain/resolve/opening-cancelled";
import { isMendedByNextCode } from "../../../../src/aws/chain/resolve/code-gone";
import { type Session } from "../../../../src/aws/chain/resolve/session-store";
import { describeProblem } from "../../../../src/aws/describe-problem";
import { ProblemError } from "../../../../src/aws/problem";
import { problemReport } from "../../../../src/aws/problem-report";
import { Secret } from "../../../../src/aws/secret";
import { type AwsDouble } from "../../../aws-double/aws-double";
import { demoUser } from "../../../aws-double/demo-world";
import { memoryStorage } from "../../../memory-storage";
import { type ChainOnDouble, chainOnDouble } from "../../chain-on-double";
import { FAULT_CONFIG, PLAIN_KEY, startFaultWorld } from "./fault-world";
import { type FaultyConnection, faultyConnection } from "./faulty-connection";

/** A call of the engine that a fault can strike, as a user brings it about. */
export interface StruckCall {
  readonly name: string;
  /** The profile that is opened, and those opened before, so that nothing but the call is left to be made. */
  readonly profile: string;
  readonly warm: readonly string[];
  readonly service: "sts" | "signin";
  readonly action: string;
  /** The role that the call assumes or is made for; the session of a user is made for all of its roles. */
  readonly role: string;
  /** Whether the console is opened and not only the session made. Default: it is not. */
  readonly opensConsole?: boolean;
}

/** What a fault strikes. */
export interface StruckWorld {
  readonly call: StruckCall;
  readonly double: AwsDouble;
  readonly chain: ChainOnDouble;
  readonly network: FaultyConnection;
  /** What the user types first; after it, what the device shows. */
  firstCode: (() => string | Promise<string>) | undefined;
}

export interface Fault {
  readonly name: string;
  /** Changes the config before anything is opened. */
  readonly config?: (config: string, call: StruckCall) => string;
  /** Strikes once all is warm. Gives back what mends it. */
  readonly strike: (world: StruckWorld) => Promise<() => void> | (() => void);
}

export interface CellOutcome {
  /** What the form said of codes, then how the opening ended, with the notes of a success. */
  readonly text: string;
  /** How opening once more ended when the fault was gone. */
  readonly afterwards: string;
  /** Secrets that showed in an error, its stack or its report. */
  readonly leaks: readonly string[];
  /** Codes that were sent more than once. */
  readonly resent: readonly string[];
  /** How many sessions that were stored before the fault were gone after it, or another. */
  readonly lost: number;
}

const ATTEMPTS_OF_USER = 2;

/** Opens a profile while a fault strikes, and once more after it is mended. */
export async function runCell(call: StruckCall, fault: Fault): Promise<CellOutcome> {
  const double = await startFaultWorld();
  const network = faultyConnection(new URL(double.url));
  const storage = memoryStorage();
  const config = fault.config?.(FAULT_CONFIG, call) ?? FAULT_CONFIG;
  const now = () => new Date();
  const chain = chainOnDouble({ double, config, storage, now, connection: network.connection, endpoint: "" });
  await chain.keyStore.write("plain-user", { ...PLAIN_KEY, secretAccessKey: new Secret(PLAIN_KEY.secretAccessKey) });
  const world: StruckWorld = { call, double, chain, network, firstCode: undefined };
  const errors: unknown[] = [];
  const refusals: string[] = [];
  const typed = new Set<string>();
  chain.mfaPrompt = {
    async redeemCode({ device }, redeem) {
      const codes = [world.firstCode];
      for (let attempt = 0; attempt < ATTEMPTS_OF_USER; attempt++) {
        const code = (await codes[attempt]?.()) ?? nextCode(double, device.serial, typed);
        typed.add(code);
        try {
          return await redeem(code);
        } catch (error) {
          errors.push(error);
          if (!isMendedByNextCode(error)) throw error;
          refusals.push(nameOf(error));
        }
      }
      throw new OpeningCancelled();
    },
  };

  const open = async (): Promise<string> => {
    try {
      const opened = call.opensConsole ? await chain.signInUrl(call.profile) : await chain.resolution(call.profile);
      return ["ok", ...opened.notes.map(({ kind }) => `(${kind})`)].join(" ");
    } catch (error) {
      errors.push(error);
      return nameOf(error);
    }
  };

  for (const profile of call.warm) await chain.resolve(profile);
  const before = await chain.sessions.readAll();
  const mend = await fault.strike(world);
  const end = await open();
  const after = await chain.sessions.readAll();
  const keyIdOf = (session: Session | undefined) => session?.credentials.accessKeyId;
  const lost = [...before].filter(([key, session]) => keyIdOf(after.get(key)) !== keyIdOf(session)).length;
  const text = [...refusals, end].join(" > ");
  mend();
  world.firstCode = undefined;
  const afterwards = await open();

  const secrets = [...secretsIn(await storage.allItems()), ...codesIn(network.bodies), demoUser.secretAccessKey];
  const leaks = errors.flatMap((error) => secrets.filter((secret) => everythingSaid(error).includes(secret)));
  const codes = codesIn(network.bodies);
  const resent = codes.filter((code, index) => codes.indexOf(code) !== index);
  await double.close();
  return { text, afterwards, leaks, resent, lost };
}

/** What the device shows, after waiting for a code that was not typed before. */
function nextCode(double: AwsDouble, serial: string, typed: ReadonlySet<string>): string {
  for (;;) {
    const code = double.shownCode(serial);
    if (!typed.has(code)) return code;
    double.clock.advance(30_000);
  }
}

function nameOf(error: unknown): string {
  if (error instanceof OpeningCancelled) return "given up";
  if (!(error instanceof ProblemError)) return `UNNAMED ${String(error)}`;
  const { problem } = error;
  return "failure" in problem && "cause" in problem.failure
    ? `${problem.kind} (${problem.failure.cause})`
    : problem.kind;
}

/** Everything of an error that could be shown, logged or sent. */
function everythingSaid(error: unknown): string {
  const surroundings = { platform: "linux", node: "22.0.0", at: new Date() };
  const said = error instanceof Error ? [error.message, error.stack, JSON.stringify(error)] : [String(error)];
  const described = error instanceof ProblemError ? JSON.stringify(describeProblem(error.problem)) : "";
  return [...said, described, problemReport(error, surroundings)].join("\n");
}

function secretsIn(items: Readonly<Record<string, unknown>>): string[] {
  return Object.values(items).flatMap((item) => {
    const entry: unknown = JSON.parse(String(item));
    if (typeof entry !== "object" || entry === null || !("sessionToken" in entry)) return [];
    return Object.entries(entry).flatMap(([name, value]) =>
      /^secret|^sessionToken/.test(name) ? [String(value)] : [],
    );
  });
}

function codesIn(bodies: readonly string[]): string[] {
  return bodies.flatMap((body) => new URLSearchParams(body).get("TokenCode") ?? []);
}
