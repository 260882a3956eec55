import { StsError } from "./sts-error";
import { constraints, type StsParameters } from "./sts-parameters";

/** The tags that a call gives a session ("Tag" and "AssumeRole" of the API reference). */
export interface SessionTags {
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly transitiveKeys: readonly string[];
}

const MOST_TAGS = 50;

/** Reads Tags and TransitiveTagKeys. */
export function readSessionTags(parameters: StsParameters): SessionTags {
  return {
    tags: parameters.list("Tags", MOST_TAGS, (member) => ({
      key: parameters.requiredText(`${member}.Key`, constraints.tagKey),
      value: parameters.requiredText(`${member}.Value`, constraints.tagValue),
    })),
    transitiveKeys: parameters.list("TransitiveTagKeys", MOST_TAGS, (member) =>
      parameters.requiredText(member, constraints.tagKey),
    ),
  };
}

/**
 * Refuses tags that contradict each other (IAM guide, id_session-tags: keys are told apart without their case).
 *
 * @throws StsError InvalidParameterValue, in the words that clients report
 */
export function refuseContradictingTags({ tags, transitiveKeys }: SessionTags): void {
  const keys = new Set(tags.map(({ key }) => key.toLowerCase()));
  if (keys.size < tags.length) {
    throw new StsError(
      "InvalidParameterValue",
      "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    );
  }
  if (!transitiveKeys.every((key) => keys.has(key.toLowerCase()))) {
    throw new StsError(
      "InvalidParameterValue",
      "The specified transitive tag key must be included in the requested tags.",
    );
  }
}

/** The tags as keys of the request context (IAM guide, reference_policies_condition-keys). */
export function tagContext({ tags }: SessionTags): [string, string][] {
  return tags.map(({ key, value }) => [`aws:requesttag/${key.toLowerCase()}`, value]);
}
