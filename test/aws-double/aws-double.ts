import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { type Clock, movableClock } from "./clock";
import { connectionProbeAnswer, isConnectionProbe } from "./connection-probe";
import { answerConsole } from "./console";
import { demoWorld } from "./demo-world";
import { type Fault, faultAnswer, Faults, isCallMade } from "./fault";
import { htmlAnswer, type HttpAnswer } from "./http-answer";
import { type HttpRequest, readRequest } from "./http-request";
import { MfaDevices } from "./mfa-devices";
import { recordCall, type RecordedCall } from "./recorded-call";
import { type Route, routeOf } from "./route";
import { SessionTokens } from "./session-tokens";
import { SignIn } from "./sign-in";
import { answerSts, type StsAnswer } from "./sts";
import { type ServerCertificate, type TestCa } from "./test-ca";
import { type World } from "./world";

export interface AwsDoubleOptions {
  /** Default: `demoWorld`. */
  readonly world?: World;
  /** Default: a new `movableClock()`. */
  readonly clock?: Clock;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Milliseconds added to every call. Default 0. */
  readonly latency?: number;
  /** Whether a TOTP code is valid only once (rule 8). Default true. */
  readonly singleUseCodes?: boolean;
  /**
   * Whether a chained role session that was made with an explicit DurationSeconds is refused at sign-in, as one AWS
   * page says (conflict 2 of the reference). Default true.
   */
  readonly refuseChainedDuration?: boolean;
  /** Regions in which every account has deactivated STS; AWS allows any but us-east-1. Default none. */
  readonly disabledRegions?: readonly string[];
  /** Whether browsers are opted in to more than one console session at a time. Default true. */
  readonly multiSession?: boolean;
  /** Serves https, with a certificate of this authority for 127.0.0.1 and localhost. Default: http. */
  readonly tls?: TestCa;
}

/** A running stand-in for AWS STS (`POST /`), console sign-in (`/federation`) and console (`/console/<host>/…`). */
export interface AwsDouble {
  /** Without a slash at the end. Serves as STS endpoint and, with `/federation`, as sign-in endpoint. */
  readonly url: string;
  /** May be replaced at any time, for example to take a role away. */
  world: World;
  /** May be replaced at any time. Judged by the scope of a signature, once that is accepted. */
  disabledRegions: readonly string[];
  /** May be changed at any time: whether browsers are opted in to more than one console session at a time. */
  multiSession: boolean;
  readonly clock: Clock;
  /** Every call that was answered or dropped so far, in that order. */
  readonly calls: readonly RecordedCall[];
  /** How often a client asked for `/` alone, to open a connection and learn the time. That is no call. */
  readonly connectionProbes: number;
  /** How many TCP connections were accepted so far. */
  readonly connections: number;
  /** Milliseconds added to every call from now on; connection probes do not wait. */
  latency: number;
  /**
   * A code of the device that would be accepted now: the current one or, when that is used, the next one.
   *
   * @throws Error for an unknown device, or when both are used.
   */
  mfaCode(serialNumber: string): string;
  /** What the device shows at this moment, used or not. */
  shownCode(serialNumber: string): string;
  /** Makes the next matching calls fail. */
  failNext(fault: Fault): void;
  /** Ends every session now, before the time that was told. */
  endSessions(): void;
  /** Makes no call fail any more. */
  stopFailing(): void;
  /** Drops open connections and stops. */
  close(): Promise<void>;
}

/** Starts a stand-in on 127.0.0.1. Each has its own sessions, used codes and calls. */
export async function startAwsDouble(options: AwsDoubleOptions = {}): Promise<AwsDouble> {
  const double = new HttpAwsDouble(options, await options.tls?.certificateFor("127.0.0.1", "localhost"));
  await double.listen(options.port ?? 0);
  return double;
}

class HttpAwsDouble implements AwsDouble {
  world: World;
  disabledRegions: readonly string[];
  multiSession: boolean;
  latency: number;
  connectionProbes = 0;
  connections = 0;
  readonly clock: Clock;
  readonly calls: RecordedCall[] = [];
  readonly sessions = new SessionTokens();
  readonly mfaDevices: MfaDevices;
  readonly #scheme: "http" | "https";
  readonly #server: Server;
  readonly #faults = new Faults();
  readonly #signIn: SignIn;

  constructor(options: AwsDoubleOptions, certificate: ServerCertificate | undefined) {
    this.world = options.world ?? demoWorld;
    this.disabledRegions = options.disabledRegions ?? [];
    this.multiSession = options.multiSession ?? true;
    this.latency = options.latency ?? 0;
    this.clock = options.clock ?? movableClock();
    this.mfaDevices = new MfaDevices(this.clock, options.singleUseCodes ?? true);
    this.#signIn = new SignIn({
      sessions: this.sessions,
      clock: this.clock,
      refuseChainedDuration: options.refuseChainedDuration ?? true,
    });
    this.#scheme = certificate ? "https" : "http";
    this.#server = certificate ? createTlsServer(certificate) : createServer();
    this.#server.on("connection", () => (this.connections += 1));
    this.#server.on("request", (incoming: IncomingMessage, response: ServerResponse) => {
      this.#handle(incoming, response).catch((error: unknown) => {
        const body = `Defect of the stand-in: ${String(error)}\n`;
        send(response, { status: 500, contentType: "text/plain", body }, this.clock.now());
      });
    });
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The stand-in is closed");
    return `${this.#scheme}://127.0.0.1:${address.port}`;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject).listen(port, "127.0.0.1", resolve);
    });
  }

  mfaCode(serialNumber: string): string {
    return this.mfaDevices.unusedCode(this.world, serialNumber);
  }

  shownCode(serialNumber: string): string {
    return this.mfaDevices.shownCode(this.world, serialNumber);
  }

  failNext(fault: Fault): void {
    this.#faults.add(fault);
  }

  endSessions(): void {
    this.sessions.endAll(this.clock.now());
  }

  stopFailing(): void {
    this.#faults.clear();
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.close((error) => (error ? reject(error) : resolve()));
      this.#server.closeAllConnections();
    });
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    if (isConnectionProbe(request)) {
      this.connectionProbes += 1;
      send(response, connectionProbeAnswer(), this.clock.now());
      return;
    }
    const route = routeOf(request);
    if (!route) {
      send(response, htmlAnswer(404, "Not found\n"), this.clock.now());
      return;
    }
    const at = this.clock.now();
    if (this.latency > 0) await sleep(this.latency, undefined, { ref: false });
    const fault = this.#faults.take(route.service, route.action);
    const made = fault && !isCallMade(fault) ? undefined : this.#perform(request, route);
    const answer = fault ? faultAnswer(fault, route.service, made) : made;
    this.calls.push(recordCall(request, route, at, answer, made?.caller));
    if (answer && fault === "truncated") sendHalf(response, answer, this.clock.now());
    else if (answer) send(response, answer, this.clock.now());
    else if (fault !== "hang") incoming.socket.destroy();
  }

  #perform(request: HttpRequest, route: Route): StsAnswer {
    switch (route.service) {
      case "sts":
        return answerSts(request, this);
      case "signin":
        return this.#signIn.answer({
          host: request.host,
          parameters: route.parameters,
          cookies: cookiesOf(request),
          multiSession: this.multiSession,
        });
      case "console":
        return answerConsole({ url: route.url, sessions: this.#signIn.sessionsInBrowser(cookiesOf(request)) }, this);
    }
  }
}

function cookiesOf({ headers }: HttpRequest): string {
  return headers.get("cookie") ?? "";
}

function send(response: ServerResponse, answer: HttpAnswer, now: Date): void {
  writeHead(response, answer, now).end(answer.body);
}

/** Keeps to what it announces for half of the body, then drops the connection. */
function sendHalf(response: ServerResponse, answer: HttpAnswer, now: Date): void {
  const body = Buffer.from(answer.body);
  writeHead(response, answer, now).write(body.subarray(0, body.length / 2), () => response.destroy());
}

function writeHead(response: ServerResponse, { status, contentType, body, headers }: HttpAnswer, now: Date) {
  return response.writeHead(status, {
    ...headers,
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    date: now.toUTCString(),
  });
}
