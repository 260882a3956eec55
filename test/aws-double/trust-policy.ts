import { type Caller } from "./caller";

/** A role's trust policy, in IAM's own JSON. Elements the stand-in cannot judge do not type-check. */
export interface TrustPolicy {
  readonly Version: "2012-10-17" | "2008-10-17";
  readonly Statement: readonly TrustStatement[];
}

export interface TrustStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal: "*" | { readonly AWS: string | readonly string[] };
  readonly Action: string | readonly string[];
  readonly Condition?: TrustCondition;
}

export type TrustCondition = {
  readonly [Operator in ConditionOperator]?: Readonly<Record<string, ConditionValue | readonly ConditionValue[]>>;
};

export type ConditionOperator = keyof typeof operators;
export type ConditionValue = string | number | boolean;

/** What a statement is judged against. A key that is not in `context` is absent, which is not the same as "false". */
export interface TrustRequest {
  readonly action: string;
  readonly caller: Caller;
  /** Condition keys in lower case, since IAM compares them so. */
  readonly context: ReadonlyMap<string, string>;
}

const equals = (actual: string, expected: string) => actual === expected;
const equalsIgnoringCase = (actual: string, expected: string) => actual.toLowerCase() === expected.toLowerCase();
const lessThan = (actual: string, expected: string) => Number(actual) < Number(expected);

const operators = {
  StringEquals: { whenAbsent: false, matches: equals },
  StringEqualsIfExists: { whenAbsent: true, matches: equals },
  Bool: { whenAbsent: false, matches: equalsIgnoringCase },
  BoolIfExists: { whenAbsent: true, matches: equalsIgnoringCase },
  NumericLessThan: { whenAbsent: false, matches: lessThan },
  NumericLessThanIfExists: { whenAbsent: true, matches: lessThan },
};

export function isConditionOperator(name: string): name is ConditionOperator {
  return Object.hasOwn(operators, name);
}

/**
 * Whether the policy lets the caller in: some statement allows and none denies (rule 9).
 *
 * @throws Error when the policy uses a condition operator the stand-in does not implement; guessing would be worse.
 */
export function trusts(policy: TrustPolicy, request: TrustRequest): boolean {
  const applying = policy.Statement.filter((statement) => applies(statement, request));
  return applying.some(({ Effect }) => Effect === "Allow") && !applying.some(({ Effect }) => Effect === "Deny");
}

function applies(statement: TrustStatement, { action, caller, context }: TrustRequest): boolean {
  return (
    listOf(statement.Action).some((named) => ["*", "sts:*", action.toLowerCase()].includes(named.toLowerCase())) &&
    (statement.Principal === "*" || listOf(statement.Principal.AWS).some((principal) => names(principal, caller))) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) => holds(operator, keys, context))
  );
}

/** Whether a principal of a policy names the caller: everyone, its whole account, itself, or the role it plays. */
function names(principal: string, caller: Caller): boolean {
  const account = `arn:${caller.partition}:iam::${caller.accountId}:root`;
  const ownNames = caller.kind === "assumed-role" ? [caller.arn, caller.roleArn] : [caller.arn];
  return ["*", caller.accountId, account, ...ownNames].includes(principal);
}

function holds(
  operator: string,
  keys: Readonly<Record<string, ConditionValue | readonly ConditionValue[]>>,
  context: ReadonlyMap<string, string>,
): boolean {
  if (!isConditionOperator(operator))
    throw new Error(`Trust policy: condition operator ${operator} is not implemented`);
  const { whenAbsent, matches } = operators[operator];
  return Object.entries(keys).every(([key, expected]) => {
    const actual = context.get(key.toLowerCase());
    if (actual === undefined) return whenAbsent;
    return listOf(expected).some((value) => matches(actual, String(value)));
  });
}

function listOf<Item extends ConditionValue>(value: Item | readonly Item[]): readonly Item[] {
  return typeof value === "object" ? value : [value];
}
