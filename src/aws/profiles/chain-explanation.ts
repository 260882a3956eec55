import { chainSteps } from "../chain/chain-steps";
import { type ReadyProfile } from "./profile-list";
import { asksForCode } from "../chain/resolve/chain-state";
import { diagnosticPlace } from "../shared-config/diagnostic";

/** How a profile gets to its account, in facts that hold no secret. Times are in ISO 8601. */
export interface ChainExplanation {
  readonly profile: string;
  readonly region: string;
  /** Whether the user will be asked for an MFA code at the next opening. */
  readonly asksForCode: boolean;
  /** From the key to the account. */
  readonly steps: readonly ExplainedStep[];
  /** What the config asks for and is not done, or done otherwise by other tools. */
  readonly diagnostics: readonly ExplainedDiagnostic[];
}

interface ExplainedStep {
  readonly title: string;
  readonly facts: readonly string[];
  /** Whether a session of it is stored. */
  readonly isKept: boolean;
  /** Absent where nothing is kept, or the end is not known. */
  readonly keptUntil?: string;
}

interface ExplainedDiagnostic {
  /** A file with the line, or an environment variable. */
  readonly place: string;
  readonly message: string;
  readonly hint: string;
}

/** Explains a profile's chain step by step. */
export function chainExplanation({ name, plan, state }: ReadyProfile): ChainExplanation {
  return {
    profile: name,
    region: plan.region,
    asksForCode: asksForCode(state),
    steps: chainSteps(plan, state).map(({ title, facts, kept }) => ({
      title,
      facts,
      isKept: kept !== undefined,
      ...(kept?.until && { keptUntil: kept.until.toISOString() }),
    })),
    diagnostics: plan.diagnostics.map((diagnostic) => {
      const { message, hint } = diagnostic;
      return { place: diagnosticPlace(diagnostic), message, hint };
    }),
  };
}
