export const ROLE_A = "arn:aws:iam::111111111111:role/A";
export const ROLE_B = "arn:aws:iam::222222222222:role/B";
export const ROLE_C = "arn:aws:iam::333333333333:role/C";

/** The section of a role's profile, with any further lines. */
export function roleProfile(name: string, arn: string, source: string, ...lines: string[]): string {
  return [`[profile ${name}]`, `role_arn = ${arn}`, `source_profile = ${source}`, ...lines, ""].join("\n");
}
