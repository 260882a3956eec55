import { locationOf, type Profile, settingOf } from "../../shared-config/shared-config";
import { type FileKey } from "./chain-plan";
import { type PartialKey } from "./plan-problem";

/** A key as it stands in a profile; why it counts is for others to say. */
export type OwnKey = Omit<FileKey, "rule"> | PartialKey;

/** The key that stands in a profile, or the half of one. */
export function ownKey(profile: Profile): OwnKey | undefined {
  const { name, secrets } = profile;
  const accessKeyId = settingOf(profile, "aws_access_key_id");
  const secret = secrets.get("aws_secret_access_key");
  if (!accessKeyId) {
    return secret && { kind: "partial-key", profile: name, missing: "aws_access_key_id", ...locationOf(secret) };
  }
  if (!secret)
    return { kind: "partial-key", profile: name, missing: "aws_secret_access_key", ...locationOf(accessKeyId) };
  const lifetime = secrets.has("aws_session_token") ? "temporary" : "long-term";
  return { kind: "file-key", profile: name, accessKeyId: accessKeyId.value, lifetime, ...locationOf(accessKeyId) };
}
