import { oddities, type OddityRow } from "./oddity";
import {
  longTermKey,
  printingProcess,
  type ProfileDraft,
  set,
  type SharedFilesDraft,
  temporaryKey,
} from "./shared-files-draft";

type Ending = (last: ProfileDraft, draft: SharedFilesDraft) => boolean | void;

/**
 * Ways in which the last role of a chain gets no profile with keys behind it, or not just that.
 * A draft without roles has no place for them.
 */
export const CHAIN_ENDINGS = oddities<SharedFilesDraft>(
  (
    [
      ["source that does not exist", 5, (last) => set(last.config, { source_profile: "no-such-profile" })],
      [
        "source in another case",
        5,
        (last, { user }) => {
          const { name } = user.name;
          const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
          if (other === name) return false;
          set(user.credentials, longTermKey("CREDS", user));
          set(last.config, { source_profile: other });
        },
      ],
      [
        "loop through the selected profile",
        11,
        (last, { roles: [selected, second] }) => {
          if (!selected || !second) return false;
          set(last.config, { source_profile: selected.name.name });
        },
      ],
      [
        "loop through the selected profile, which has keys",
        11,
        (last, { roles: [selected, second] }) => {
          if (!selected || !second) return false;
          set(last.config, { source_profile: selected.name.name });
          set(selected.credentials, longTermKey("CREDS", selected));
        },
      ],
      [
        "loop beside the selected profile",
        15,
        (last, { roles: [, second, third] }) => {
          if (!second || !third) return false;
          set(last.config, { source_profile: second.name.name });
        },
      ],
      ["own source, without keys", 5, (last) => set(last.config, { source_profile: last.name.name })],
      [
        "own source, with keys",
        5,
        (last) => {
          set(last.config, { source_profile: last.name.name });
          set(last.credentials, longTermKey("CREDS", last));
        },
      ],
      [
        "own source, with half a key",
        5,
        (last) => set(last.config, { source_profile: last.name.name, aws_access_key_id: "AKIALONE000000000000" }),
      ],
      [
        "own source, with credential_process",
        5,
        (last) => set(last.config, { source_profile: last.name.name, credential_process: printingProcess(last) }),
      ],
      ["credential_source Environment", 5, (last) => replaceSource(last, { credential_source: "Environment" })],
      [
        "credential_source Ec2InstanceMetadata",
        5,
        (last) => replaceSource(last, { credential_source: "Ec2InstanceMetadata" }),
      ],
      ["credential_source EcsContainer", 5, (last) => replaceSource(last, { credential_source: "EcsContainer" })],
      ["credential_source in lower case", 5, (last) => replaceSource(last, { credential_source: "environment" })],
      ["unknown credential_source", 5, (last) => replaceSource(last, { credential_source: "Keychain" })],
      [
        "credential_source beside keys",
        5,
        (last) => replaceSource(last, { credential_source: "Environment", ...longTermKey("CONF", last) }),
      ],
      [
        "source_profile and credential_source",
        5,
        (last, { user }) => {
          set(user.credentials, longTermKey("CREDS", user));
          set(last.config, { credential_source: "Environment" });
        },
      ],
      ["role without source", 5, (last) => replaceSource(last, {})],
      ["role without source, beside keys", 5, (last) => replaceSource(last, longTermKey("CONF", last))],
      [
        "role without source, beside temporary keys",
        5,
        (last) => {
          replaceSource(last, {});
          set(last.credentials, temporaryKey("CREDS", last));
        },
      ],
      [
        "role without source, beside credential_process",
        5,
        (last) => replaceSource(last, { credential_process: printingProcess(last) }),
      ],
      [
        "role without source, beside SSO",
        5,
        (last) =>
          replaceSource(last, {
            sso_start_url: "https://corp.awsapps.com/start",
            sso_region: "us-east-1",
            sso_account_id: "210987654321",
            sso_role_name: "Developer",
          }),
      ],
      [
        "source without role in mid chain",
        13,
        (last, { user, roles }) => {
          if (roles.length < 2) return false;
          last.config.delete("role_arn");
          set(user.credentials, longTermKey("CREDS", user));
        },
      ],
      [
        "web identity beside source_profile",
        5,
        (last, { user }) => {
          set(user.credentials, longTermKey("CREDS", user));
          set(last.config, { web_identity_token_file: "/nonexistent/token" });
        },
      ],
    ] satisfies readonly (readonly [string, number, Ending])[]
  ).map(onLastRole),
);

function onLastRole([feature, weight, ending]: readonly [string, number, Ending]): OddityRow<SharedFilesDraft> {
  return [
    feature,
    weight,
    (draft) => {
      const last = draft.roles.at(-1);
      return last ? ending(last, draft) : false;
    },
  ];
}

function replaceSource(last: ProfileDraft, settings: Readonly<Record<string, string>>): void {
  last.config.delete("source_profile");
  set(last.config, settings);
}
