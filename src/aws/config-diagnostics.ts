import { planProblemDiagnostic } from "./chain/plan/describe-plan-problem";
import { type ProfileEntry } from "./profiles/profile-list";
import { hasAllWords } from "./search-words";
import { type Diagnostic, diagnosticPlace, diagnosticText } from "./shared-config/diagnostic";
import { type SharedConfig } from "./shared-config/shared-config";

/**
 * Everything there is to say about the shared files and the environment beside them: what reading them came upon, what the
 * plans of their profiles do otherwise than they ask, and why profiles have no plan. Each once, however many profiles it
 * concerns.
 */
export function configDiagnostics(config: SharedConfig, entries: readonly ProfileEntry[]): readonly Diagnostic[] {
  const problems = entries.flatMap((entry) =>
    entry.kind === "broken" && entry.problem.kind !== "unknown-profile" ? [planProblemDiagnostic(entry.problem)] : [],
  );
  return unique([...warnings(config, entries), ...problems]);
}

/** The same without the profiles that have no plan, which the list shows by themselves. */
export function warnings(config: SharedConfig, entries: readonly ProfileEntry[]): readonly Diagnostic[] {
  const ofPlans = entries.flatMap((entry) => (entry.kind === "ready" ? entry.plan.diagnostics : []));
  return unique([...config.diagnostics, ...ofPlans]);
}

function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [diagnosticKey(diagnostic), diagnostic])).values()];
}

/** What tells diagnostics apart: a line may have more than one fault, such as a byte order mark and a broken header. */
export function diagnosticKey({ file, line, message }: Diagnostic): string {
  return JSON.stringify([file, line, message]);
}

/** Those that have every word of a query in their place, profile or words. */
export function findDiagnostics(query: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => hasAllWords(query, diagnosticText(diagnostic)));
}

/** Diagnostics as text, one in a paragraph, for someone who can mend the files. */
export function diagnosticsReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map((diagnostic) => {
      const { severity, message, hint } = diagnostic;
      return `${diagnosticPlace(diagnostic)} (${severity}): ${message} ${hint}`;
    })
    .join("\n\n");
}
