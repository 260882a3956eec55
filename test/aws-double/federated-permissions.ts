import { StsError } from "./sts-error";

/** What a federated user may do: what both its policy and the user that made it allow. */
export type FederatedPermissions = "none" | "some of what the user has" | "all that the user has";

interface PolicyStatement {
  readonly allows: boolean;
  /** Whether it speaks of every action on every resource without a condition. */
  readonly isWithoutLimits: boolean;
}

const STATEMENT_KEYS = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

/**
 * Judges the Policy parameter of GetFederationToken. Without one a federated user may do nothing, as that page of the
 * API reference says.
 *
 * @throws StsError MalformedPolicyDocument for what is no JSON, or no policy for a session.
 */
export function readFederatedPermissions(policy: string | undefined): FederatedPermissions {
  if (policy === undefined) return "none";
  const statements = parseStatements(parseJson(policy));
  if (!statements.some(({ allows }) => allows)) return "none";
  const isUnlimited = statements.some(({ allows, isWithoutLimits }) => allows && isWithoutLimits);
  return isUnlimited && statements.every(({ allows }) => allows)
    ? "all that the user has"
    : "some of what the user has";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StsError("MalformedPolicyDocument", "This policy contains invalid Json");
  }
}

function parseStatements(json: unknown): PolicyStatement[] {
  const { Version = "2008-10-17", Statement } = fields(json);
  if (Version !== "2012-10-17" && Version !== "2008-10-17") throw syntaxError();
  const statements: unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length === 0) throw syntaxError();
  return statements.map(parseStatement);
}

function parseStatement(json: unknown): PolicyStatement {
  const statement = fields(json);
  const { Effect, Action, NotAction, Resource, NotResource, Condition } = statement;
  // A Principal, for one, has no place in a policy that speaks of one session.
  if (!Object.keys(statement).every((key) => STATEMENT_KEYS.includes(key))) throw syntaxError();
  if (Effect !== "Allow" && Effect !== "Deny") throw syntaxError();
  const actions = eitherOf(Action, NotAction);
  const resources = eitherOf(Resource, NotResource);
  const isOfEverything =
    Action !== undefined && actions.includes("*") && Resource !== undefined && resources.includes("*");
  return { allows: Effect === "Allow", isWithoutLimits: isOfEverything && Condition === undefined };
}

/** Exactly one of an element and its negation must be there, as text or a list of texts. */
function eitherOf(element: unknown, negated: unknown): string[] {
  if ((element === undefined) === (negated === undefined)) throw syntaxError();
  const value = element ?? negated;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const texts = values.filter((item): item is string => typeof item === "string");
  if (texts.length === 0 || texts.length < values.length) throw syntaxError();
  return texts;
}

function fields(json: unknown): Record<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw syntaxError();
  return { ...json };
}

function syntaxError(): StsError {
  return new StsError("MalformedPolicyDocument", "Syntax errors in policy.");
}
