import { type AwsDouble } from "../../../aws-double/aws-double";
import { changeRole, withoutTrust } from "../../../aws-double/change-role";
import { demoUser } from "../../../aws-double/demo-world";
import { type FaultKind } from "../../../aws-double/fault";
import { wrongCode } from "../../../aws-double/wrong-code";
import { chainOnDouble } from "../../chain-on-double";
import { type Fault, type StruckCall, type StruckWorld } from "./fault-cell";
import { FAULT_CONFIG, FAULT_WORLD, withCondition, withoutKeys } from "./fault-world";

/** The calls that the engine makes, one by one. */
export const CALLS: readonly StruckCall[] = [
  {
    name: "GetSessionToken",
    profile: "demo-user",
    warm: [],
    service: "sts",
    action: "GetSessionToken",
    role: "demo-role1",
  },
  ...[
    { name: "AssumeRole by session", profile: "demo-role1", warm: ["demo-user"], role: "demo-role1" },
    { name: "AssumeRole by role", profile: "demo-role2", warm: ["demo-role1"], role: "demo-role2" },
    { name: "AssumeRole with code", profile: "long", warm: [], role: "long" },
    { name: "AssumeRole with key", profile: "plain", warm: [], role: "plain" },
  ].map((call) => ({ ...call, service: "sts", action: "AssumeRole" }) as const),
  {
    name: "getSigninToken",
    profile: "demo-role2",
    warm: ["demo-role2"],
    service: "signin",
    action: "getSigninToken",
    role: "demo-role2",
    opensConsole: true,
  },
  ...["GetCallerIdentity", "GetFederationToken"].map((action) => ({
    name: action,
    profile: "plain-user",
    warm: [],
    service: "sts" as const,
    action,
    role: "plain",
    opensConsole: true,
  })),
];

/** Strikes the call itself, once or for as long as it is tried. */
function answer(name: string, as: FaultKind): readonly Fault[] {
  const times = (count: number, often: string): Fault => ({
    name: `${name}, ${often}`,
    strike: ({ double, call: { service, action } }) => {
      double.failNext({ service, action, as, times: count });
      return () => double.stopFailing();
    },
  });
  return [times(1, "once"), times(Infinity, "for good")];
}

/** Changes the world of a role that is assumed; calls that assume none go on in the same world. */
function refusal(name: string, worldFor: (role: string) => AwsDouble["world"]): Fault {
  return {
    name,
    strike: ({ double, call: { role } }) => {
      double.world = worldFor(role);
      return () => (double.world = FAULT_WORLD);
    },
  };
}

/** Leads every call astray, so that the real network fails. */
function detour(name: string, place: (world: StruckWorld) => StruckWorld["network"]["detour"]): Fault {
  return {
    name,
    strike: (world) => {
      world.network.detour = place(world);
      return () => (world.network.detour = undefined);
    },
  };
}

function skew(name: string, minutes: number): Fault {
  return {
    name,
    strike: ({ double }) => {
      double.clock.advance(minutes * 60_000);
      return () => double.clock.advance(-minutes * 60_000);
    },
  };
}

/** A code that AWS took from somebody else. */
async function codeUsedElsewhere({ double }: StruckWorld): Promise<string> {
  const code = double.mfaCode(demoUser.mfaSerial);
  const other = chainOnDouble({ double, config: FAULT_CONFIG });
  other.mfaPrompt = { redeemCode: (_, redeem) => redeem(code) };
  await other.resolve("demo-user");
  return code;
}

/** A code that another command of this launcher sent. */
async function codeOfOtherCommand(world: StruckWorld): Promise<string> {
  const code = world.double.mfaCode(demoUser.mfaSerial);
  await world.chain.spentCodes.add(demoUser.mfaSerial, code);
  return code;
}

const nothingToMend = (): void => undefined;

export function faults(tlsPort: number): readonly Fault[] {
  return [
    ...answer("throttled", "throttle"),
    ...answer("HTTP 500", "500"),
    ...answer("HTTP 503 in HTML", "html-503"),
    ...answer("reset before", "reset"),
    ...answer("reset after", "lost-reply"),
    ...answer("no answer", "hang"),
    ...answer("half an answer", "truncated"),
    ...answer("a portal's page", "wrong-content-type"),
    skew("clock 20 min slow", 20),
    skew("clock 20 min fast", -20),
    {
      name: "base expired",
      // AWS ends every session that is there; the store knows nothing of it.
      strike: ({ double }) => {
        double.endSessions();
        return nothingToMend;
      },
    },
    {
      name: "base key gone",
      strike: ({ double }) => {
        double.world = withoutKeys();
        return () => (double.world = FAULT_WORLD);
      },
    },
    {
      name: "wrong code",
      strike: (world) => {
        world.firstCode = () => wrongCode(world.double, demoUser.mfaSerial);
        return nothingToMend;
      },
    },
    {
      name: "code used elsewhere",
      strike: (world) => {
        world.firstCode = () => codeUsedElsewhere(world);
        return nothingToMend;
      },
    },
    {
      name: "code sent before",
      strike: (world) => {
        world.firstCode = () => codeOfOtherCommand(world);
        return nothingToMend;
      },
    },
    refusal("MFA required", (role) => withCondition(role, { Bool: { "aws:MultiFactorAuthPresent": "true" } })),
    refusal("trust refuses", (role) => withoutTrust(FAULT_WORLD, role)),
    {
      ...refusal("external id wrong", (role) => withCondition(role, { StringEquals: { "sts:ExternalId": "right" } })),
      config: (config, { role }) => config.replace(`:role/${role}\n`, `:role/${role}\nexternal_id = wrong\n`),
    },
    refusal("role missing", (role) => changeRole(FAULT_WORLD, role, () => undefined)),
    {
      name: "region disabled",
      strike: ({ double }) => {
        double.disabledRegions = ["ap-northeast-1"];
        return () => (double.disabledRegions = []);
      },
    },
    {
      ...refusal("duration over maximum", (role) =>
        changeRole(FAULT_WORLD, role, (found) => ({ ...found, maxSessionDuration: 3600 })),
      ),
      config: (config, { role }) => config.replace(`:role/${role}\n`, `:role/${role}\nduration_seconds = 14400\n`),
    },
    detour("host not found", () => ({ protocol: "http:", hostname: "sts.invalid" })),
    detour("certificate of nobody", () => ({ protocol: "https:", hostname: "127.0.0.1", port: tlsPort })),
  ];
}
