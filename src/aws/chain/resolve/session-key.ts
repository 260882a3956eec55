import { hash } from "node:crypto";
import { type ChainPlan, type CredentialSource, type Hop } from "../plan/chain-plan";

/**
 * The session store's key for each hop of a plan, in the order of the hops.
 *
 * A key covers everything that shaped the session: the source, the endpoint, and every hop up to and with its own
 * (device, role, session name, external id, duration, tags, source identity). So an edit of the config never finds an
 * old role, and plans that begin alike share their sessions. The region is left out: a regional endpoint's session is
 * valid in all regions of its partition, and one code must serve roles in different regions. So are FIPS, dual stack
 * and the CA bundle: they are other ways to the same STS.
 */
export function sessionKeys(plan: ChainPlan, digest: Digest = sha256): readonly string[] {
  return keyedHops(plan, digest).map(({ key }) => key);
}

/** Makes a key of what shaped a session. */
export type Digest = (facts: readonly unknown[]) => string;

/** For many plans at once: most of them begin alike, and hashing is what keys take their time for. */
export function rememberingDigest(): Digest {
  const known = new Map<string, string>();
  return (facts) => {
    const text = JSON.stringify(facts);
    const key = known.get(text) ?? sha256(facts);
    known.set(text, key);
    return key;
  };
}

/** A hop with the session store's key for what it makes. */
export interface KeyedHop {
  readonly hop: Hop;
  readonly key: string;
}

/** The hops of a plan in their order, each with its {@link sessionKeys} key. */
export function keyedHops(plan: ChainPlan, digest: Digest = sha256): readonly KeyedHop[] {
  let key = digest([...identityOf(plan.source), plan.partition.id, plan.network.stsEndpoint ?? null]);
  // The key of a hop stands for everything before the next one.
  return plan.hops.map((hop) => ({ hop, key: (key = digest([key, shapeOf(hop)])) }));
}

function sha256(facts: readonly unknown[]): string {
  return hash("sha256", JSON.stringify(facts));
}

/** Whose credentials start the chain, without the profile that says so where it makes no difference. */
function identityOf(source: CredentialSource): readonly unknown[] {
  switch (source.kind) {
    case "stored-key":
      return [source.kind, source.profile];
    case "file-key":
      return [source.kind, source.accessKeyId];
    case "process":
      return [source.kind, source.command];
    case "web-identity":
      return [source.kind, source.tokenFile, source.role.arn, source.sessionName ?? null];
    case "sso":
      return [
        source.kind,
        source.startUrl,
        source.region,
        source.role?.accountId ?? null,
        source.role?.roleName ?? null,
      ];
    case "login":
      return [source.kind, source.session];
    case "named":
      return [source.kind, source.name];
  }
}

/** What STS is told, without where the config says it: moving a profile down a line keeps its session. */
function shapeOf(hop: Hop): readonly unknown[] {
  const device = hop.device?.serial ?? null;
  if (hop.kind !== "role") return [hop.kind, device, hop.durationSeconds];
  return [
    hop.kind,
    device,
    hop.role.arn,
    hop.sessionName ?? null,
    hop.externalId ?? null,
    hop.durationSeconds,
    hop.tags.map(({ key, value }) => [key, value]),
    hop.transitiveTagKeys,
    hop.sourceIdentity ?? null,
  ];
}
