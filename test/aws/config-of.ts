import { decodeText } from "../../src/aws/shared-config/decode-text";
import { loadSharedConfig } from "../../src/aws/shared-config/load-shared-config";
import { type SharedConfig, type SharedConfigOptions } from "../../src/aws/shared-config/shared-config";
import { type SourceText } from "../../src/aws/shared-config/shared-file";

/** The paths that diagnostics of {@link configOf} name. */
export const CONFIG_PATH = "~/.aws/config";
export const CREDENTIALS_PATH = "~/.aws/credentials";

/** What the shared files say when they hold these texts. */
export function configOf(config: string, credentials?: string, options?: Partial<SharedConfigOptions>): SharedConfig {
  return loadSharedConfig(
    {
      config: sourceText(CONFIG_PATH, config),
      credentials: credentials === undefined ? undefined : sourceText(CREDENTIALS_PATH, credentials),
    },
    options,
  );
}

/** The same where every profile inherits from `[default]`, as in aws-vault. */
export function inheritingConfigOf(config: string, credentials?: string): SharedConfig {
  return configOf(config, credentials, { inheritsDefault: true });
}

function sourceText(path: string, text: string): SourceText {
  return decodeText(new TextEncoder().encode(text), path);
}
