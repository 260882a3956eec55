import { type CredentialSource, type FileKey, type ProcessSource, type StoredKey } from "./chain-plan";
import { type UnsupportedSource } from "./plan-problem";

/** A source that only a plan can name so far. */
export type UnreadableSource = Exclude<CredentialSource, ReadableSource>;

type ReadableSource = StoredKey | FileKey | ProcessSource;

/** Whether this version can read a source. A plan shows the whole chain either way; only opening it needs the source. */
export function isReadable(source: CredentialSource): source is ReadableSource {
  return source.kind === "stored-key" || source.kind === "file-key" || source.kind === "process";
}

/**
 * Says where the config names a source that this version cannot read.
 *
 * @param selected the profile whose chain starts from it
 */
export function unsupportedSource(source: UnreadableSource, selected: string): UnsupportedSource {
  const { profile, file, line } = source;
  const problem: UnsupportedSource = { kind: "unsupported-source", profile, ...named(source), file, line };
  return profile === selected ? problem : { ...problem, selected };
}

function named(source: UnreadableSource): { readonly setting: string; readonly value: string } {
  switch (source.kind) {
    case "web-identity":
      return { setting: "web_identity_token_file", value: source.tokenFile };
    case "sso":
      return source.session === undefined
        ? { setting: "sso_start_url", value: source.startUrl }
        : { setting: "sso_session", value: source.session };
    case "login":
      return { setting: "login_session", value: source.session };
    case "named":
      return { setting: "credential_source", value: source.name };
  }
}
