import { loadSharedConfig } from "../../src/aws/shared-config/load-shared-config";
import { type SharedConfig } from "../../src/aws/shared-config/shared-config";

/** What the shared files say when they hold these texts. */
export function configOf(
  config: string,
  credentials?: string,
  options?: { readonly inheritsDefault: boolean },
): SharedConfig {
  return loadSharedConfig(
    {
      config: { path: "~/.aws/config", text: config },
      credentials: credentials === undefined ? undefined : { path: "~/.aws/credentials", text: credentials },
    },
    options,
  );
}

/** The same where every profile inherits from `[default]`, as in aws-vault. */
export function inheritingConfigOf(config: string, credentials?: string): SharedConfig {
  return configOf(config, credentials, { inheritsDefault: true });
}
