import { roleHops } from "../chain/plan/chain-plan";
import { asksForCode } from "../chain/resolve/chain-state";
import { type ProfileEntry } from "./profile-list";

/** A choice of the list's rows. */
export interface ProfileFilter {
  readonly id: string;
  /** In title case. */
  readonly title: string;
  readonly matches: (entry: ProfileEntry) => boolean;
  /** Whether what is wrong with the files themselves is told beside the profiles. */
  readonly showsDiagnostics: boolean;
}

/** Every profile, and those with a problem below them. */
export const ALL_PROFILES: ProfileFilter = {
  id: "all",
  title: "All Profiles",
  matches: () => true,
  showsDiagnostics: true,
};

/** What the list can be narrowed to. */
export const PROFILE_FILTERS: readonly ProfileFilter[] = [
  ALL_PROFILES,
  {
    id: "chains",
    title: "Role Chains",
    matches: (entry) => entry.kind === "ready" && roleHops(entry.plan).length > 1,
    showsDiagnostics: false,
  },
  {
    id: "active",
    title: "Active Sessions",
    matches: (entry) => entry.kind === "ready" && entry.plan.hops.length > 0 && entry.state.stored.at(-1) !== undefined,
    showsDiagnostics: false,
  },
  {
    id: "mfa",
    title: "Needs MFA",
    matches: (entry) => entry.kind === "ready" && asksForCode(entry.state),
    showsDiagnostics: false,
  },
  { id: "problems", title: "Problems", matches: (entry) => entry.kind === "broken", showsDiagnostics: true },
];
