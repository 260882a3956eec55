import { Detail, Form } from "@raycast/api";
import { useState } from "react";
import { mfaDevice } from "../aws/chain/plan/chain-plan";
import { deviceName } from "../aws/chain/plan/device-name";
import { type CodeDevice, codeDevices } from "../aws/profiles/code-devices";
import { describeProblem } from "../aws/describe-problem";
import { firstFew } from "../aws/first-few";
import { type ProfileEntry } from "../aws/profiles/profile-list";
import { profilesNamed } from "../aws/profiles/profiles-named";
import { rolesOpenedBy } from "../aws/profiles/roles-opened-by";
import { useCodeField } from "../hooks/use-code-field";
import { useFreshCodeAt } from "../hooks/use-fresh-code-at";
import { useIsOpen } from "../hooks/use-is-open";
import { useProfiles } from "../hooks/use-profiles";
import { useRecentDevices } from "../hooks/use-recent-devices";
import { connectToSts } from "../launcher/connect-to-sts";
import { startSession } from "../launcher/start-session";
import { type StartedSession } from "../launcher/started-text";
import { CodeActions } from "./CodeActions";
import { CodeNotes } from "./CodeNotes";
import { SessionNotes } from "./SessionNotes";

export interface EnterMfaCodeFormProps {
  /** What was typed of the name of the profile whose session is wanted; the user of a role when it names one. */
  readonly profile?: string | undefined;
  /** A code that was typed before the form came up: tried at once, and the form comes up only where that fails. */
  readonly code?: string | undefined;
  readonly onStarted: (session: StartedSession) => void;
}

/** Makes the session of a user ahead of time, so that the roles behind it open without a code. */
export function EnterMfaCodeForm({ profile, code, onStarted }: EnterMfaCodeFormProps) {
  const { entries, memory, now, error, ...profiles } = useProfiles();
  const recent = useRecentDevices();
  const isLoading = profiles.isLoading || recent === undefined;
  const names = entries.map(({ name }) => name);
  const named = profile === undefined ? [] : profilesNamed(profile, names);
  const asked = shareDevice(named, entries) ? named[0] : undefined;
  const devices = recent ? codeDevices(entries, asked, recent) : [];
  const [chosen, setChosen] = useState<string>();
  const wanted = chosen ?? asked;
  // A profile that was asked for and has no device is not exchanged for another: its code may be another user's.
  const isOpenChoice = profile === undefined && wanted === undefined;
  const selected = isOpenChoice ? devices[0] : devices.find(({ entry }) => entry.name === wanted);
  const isMeant = selected !== undefined && (!isOpenChoice || devices.length === 1);

  const choose = (name: string): void => {
    // Some hosts report the value that they were given as if it had been chosen.
    if (name !== "" && name !== selected?.entry.name) setChosen(name);
  };

  const isOpen = useIsOpen();
  const tryCode = async (typed: string, { entry, device }: CodeDevice): Promise<void> => {
    const { credentials, notes } = await startSession(entry.name, { serial: device.serial, code: typed });
    const roles = rolesOpenedBy(entry.plan, entries).length;
    const owner = entry.plan.hops[0]?.profile ?? entry.name;
    if (isOpen()) onStarted({ profile: owner, until: credentials.expiration, roles, notes });
  };
  const field = useCodeField({
    onCode: selected && ((typed) => tryCode(typed, selected)),
    onFirstDigit: selected && (() => connectToSts(selected.entry.plan)),
    initialCode: code,
    // A code goes to no device that the user may not have meant.
    submitsItself: isMeant,
  });
  const freshAt = useFreshCodeAt(selected?.device.serial);

  // Once it is there the form stays, also while the next code is tried.
  const [isFormUp, setFormUp] = useState(code === undefined);
  const hasQuestion = (!isLoading && !isMeant) || field.refusal !== undefined || field.itemProps.error !== undefined;
  if (!isFormUp && hasQuestion) setFormUp(true);
  if (!isFormUp) return <Detail isLoading />;

  const isUnclear = chosen === undefined && asked === undefined && named.length > 1;
  const gone = chosen === undefined ? undefined : `"${chosen}" has no MFA device any more. Choose another device.`;
  return (
    <Form
      isLoading={isLoading || field.isSubmitting}
      actions={<CodeActions field={field} submitTitle="Start Session" />}
    >
      <Form.TextField {...field.itemProps} autoFocus />
      {/* A dropdown takes the value with which it is drawn first, and no later one, in some hosts. */}
      {!isLoading && (
        <Form.Dropdown
          id="device"
          title="Device"
          value={selected?.entry.name ?? ""}
          onChange={choose}
          {...(selected && !isMeant && { info: "Choose the one that shows the code, or submit for this one." })}
        >
          {!selected && <Form.Dropdown.Item value="" title="Choose a Device" />}
          {devices.map(({ entry, device }) => (
            <Form.Dropdown.Item
              key={entry.name}
              value={entry.name}
              title={deviceName(device)}
              keywords={[entry.name, device.declaredBy, device.serial]}
            />
          ))}
        </Form.Dropdown>
      )}
      {!isLoading && !selected && (
        <Form.Description
          title={isUnclear ? "Which Profile" : "No Device"}
          text={error?.message ?? gone ?? whyNoDevice(profile, named, entries)}
        />
      )}
      <CodeNotes field={field} freshAt={freshAt} />
      {selected && <SessionNotes entry={selected.entry} entries={entries} aliases={memory.aliases} now={now} />}
    </Form>
  );
}

/** Whether a code is the same for all of these profiles, so that none has to be chosen. */
function shareDevice(names: readonly string[], entries: readonly ProfileEntry[]): boolean {
  const meant = entries.filter(({ name }) => names.includes(name));
  const serials = meant.map((entry) => (entry.kind === "ready" ? mfaDevice(entry.plan)?.serial : undefined));
  return names.length === 1 || (serials[0] !== undefined && new Set(serials).size === 1);
}

function whyNoDevice(profile: string | undefined, named: readonly string[], entries: readonly ProfileEntry[]): string {
  if (profile === undefined) return "No profile names an MFA device. Add mfa_serial to the profile of your user.";
  const [name, ...others] = named;
  if (name === undefined) return `No profile is called "${profile}". Choose a device.`;
  if (others.length > 0) return `"${profile}" may be any of ${firstFew(named)}. Choose a device.`;
  const entry = entries.find((candidate) => candidate.name === name);
  if (entry?.kind === "broken") return describeProblem(entry.problem).sentence;
  return `"${name}" has no MFA device behind it. Choose a device, or add mfa_serial to its user.`;
}
