import { isLoopback } from "../../network/loopback";
import { type Diagnostic } from "../../shared-config/diagnostic";
import { locationOf, type Profile, type SharedConfig } from "../../shared-config/shared-config";
import { shownText } from "../../shown-text";
import { type Choice, choiceOf, isOn } from "./choice";
import { configuredEndpoint, type EndpointChoice } from "./configured-endpoint";
import { type SettingProblem, type VariableProblem } from "./plan-problem";

/** How a chain's calls to AWS travel. */
export interface NetworkSettings {
  /** Replaces STS's own endpoint; absent: the region's own. */
  readonly stsEndpoint: string | undefined;
  /** Replaces the partition's own sign-in host, as an origin. */
  readonly signInEndpoint: string | undefined;
  readonly useFips: boolean;
  readonly useDualStack: boolean;
  /** Path of a PEM file as the config or the environment writes it: `~` and variables are not yet expanded. */
  readonly caBundle: string | undefined;
}

/** The settings that say how a profile's calls travel. */
export const NETWORK_SETTINGS: readonly string[] = [
  "endpoint_url",
  "services",
  "ignore_configured_endpoint_urls",
  "use_fips_endpoint",
  "use_dualstack_endpoint",
  "ca_bundle",
];

/** What nearly all profiles say, so that it is not worked out for each of thousands. */
const STRAIGHT = {
  network: {
    stsEndpoint: undefined,
    signInEndpoint: undefined,
    useFips: false,
    useDualStack: false,
    caBundle: undefined,
  },
  diagnostics: [],
};

type Failure = { readonly problem: SettingProblem | VariableProblem };

/**
 * How the calls of a chain travel: as the environment says, else as the selected profile does. `sts_regional_endpoints`
 * counts for nothing: since 2025 every SDK calls the region's own STS unless told otherwise.
 */
export function networkSettings(
  config: SharedConfig,
  selected: Profile,
): { readonly network: NetworkSettings; readonly diagnostics: readonly Diagnostic[] } | Failure {
  const saysNothing = !NETWORK_SETTINGS.some((key) => selected.settings.has(key));
  if (saysNothing && Object.keys(config.variables).length === 0) return STRAIGHT;

  const sts = endpointOf(config, selected, "sts");
  if (sts && "problem" in sts) return sts;
  const signIn = endpointOf(config, selected, "signin");
  if (signIn && "problem" in signIn) return signIn;

  const fips = choiceOf(config, selected, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
  const dualStack = choiceOf(config, selected, "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
  if (sts && isOn(fips)) return conflict(selected, "FIPS", fips, sts.choice);
  if (sts && isOn(dualStack)) return conflict(selected, "dual stack", dualStack, sts.choice);

  const isSame = sts?.choice.name === signIn?.choice.name && sts?.choice.setting === signIn?.choice.setting;
  return {
    network: {
      stsEndpoint: sts?.choice.value,
      signInEndpoint: signIn?.url.origin,
      useFips: isOn(fips),
      useDualStack: isOn(dualStack),
      caBundle: choiceOf(config, selected, "AWS_CA_BUNDLE", "ca_bundle")?.value,
    },
    diagnostics: [
      ...[sts, isSame ? undefined : signIn].flatMap((endpoint) => unencrypted(endpoint)),
      ...[fips, dualStack].flatMap((flag) => unclearFlag(flag)),
    ],
  };
}

interface Endpoint {
  readonly choice: EndpointChoice;
  readonly url: URL;
}

function endpointOf(config: SharedConfig, selected: Profile, service: string): Endpoint | Failure | undefined {
  const choice = configuredEndpoint(config, selected, service);
  if (!choice || "problem" in choice) return choice;
  const url = URL.canParse(choice.value) ? new URL(choice.value) : undefined;
  // A password in a URL is nothing that calls are signed with, and fetch takes none.
  const isUsable = url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  return isUsable ? { choice, url } : { problem: brokenEndpoint(choice) };
}

function brokenEndpoint({ name, value: written, setting, profile, ofService }: EndpointChoice): Failure["problem"] {
  const value = written.replace(/^.*@/s, "…@");
  return setting
    ? { kind: "broken-endpoint", profile, value, ofService, ...locationOf(setting) }
    : { kind: "broken-endpoint-variable", profile, variable: name, value };
}

function conflict({ name: profile }: Profile, wanted: "FIPS" | "dual stack", flag: Choice, endpoint: Choice): Failure {
  const both = { profile, wanted, flag: flag.name, endpoint: endpoint.name };
  const setting = flag.setting ?? endpoint.setting;
  return {
    problem: setting
      ? { kind: "endpoint-conflict", ...both, ...locationOf(setting) }
      : { kind: "endpoint-variable-conflict", ...both, variable: flag.name },
  };
}

function unclearFlag(flag: Choice | undefined): readonly Diagnostic[] {
  if (!flag || /^(?:true|false)$/i.test(flag.value)) return [];
  const message = `${flag.name} = ${shownText(flag.value)} is neither true nor false, so it counts as false.`;
  return [warning(flag, message, "Write true or false.")];
}

/** Calls carry credentials, and answers do: without TLS they are safe on the machine itself only. */
function unencrypted(endpoint: Endpoint | undefined): readonly Diagnostic[] {
  if (endpoint?.url.protocol !== "http:" || isLoopback(endpoint.url.hostname)) return [];
  const { name, value } = endpoint.choice;
  const message = `${name} = ${shownText(value)} is a URL without TLS, so credentials travel unencrypted.`;
  return [warning(endpoint.choice, message, "Write it with https.")];
}

function warning({ name, setting }: Choice, message: string, hint: string): Diagnostic {
  const place = setting ? { profile: setting.declaredBy, ...locationOf(setting) } : { variable: name };
  return { severity: "warning", ...place, message, hint };
}
