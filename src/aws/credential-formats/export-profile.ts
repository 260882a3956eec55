import { shellWord } from "./shell-word";

/**
 * The command that chooses a profile in bash, zsh or fish.
 *
 * @example
 * exportProfile("two words"); // "export AWS_PROFILE='two words'"
 */
export function exportProfile(profile: string): string {
  return `export AWS_PROFILE=${shellWord(profile)}`;
}
