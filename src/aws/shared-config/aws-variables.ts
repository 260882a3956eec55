/** Environment variables by their names, as far as they count beside the shared files. */
export type AwsVariables = Readonly<Record<string, string | undefined>>;

/**
 * The variables that are listened to (AWS SDKs and Tools Reference Guide, "Environment variables"). Those that hold
 * credentials or name a profile are left alone on purpose: the profile that was chosen decides.
 */
const VARIABLES = [
  "AWS_ENDPOINT_URL",
  "AWS_ENDPOINT_URL_STS",
  "AWS_ENDPOINT_URL_SIGNIN",
  "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
  "AWS_USE_FIPS_ENDPOINT",
  "AWS_USE_DUALSTACK_ENDPOINT",
  "AWS_CA_BUNDLE",
];

/** Picks them out of an environment. One that is set to nothing counts as unset. */
export function awsVariables(environment: Readonly<Record<string, string | undefined>>): AwsVariables {
  return Object.fromEntries(VARIABLES.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}
