import { Form } from "@raycast/api";
import { useState } from "react";
import { mfaDevice, type MfaDevice } from "../aws/chain/plan/chain-plan";
import { type ResolutionNote } from "../aws/chain/resolve/resolution";
import { type ProfileEntry, type ReadyProfile } from "../aws/profile-list";
import { useCodeField } from "../hooks/use-code-field";
import { useFreshCodeAt } from "../hooks/use-fresh-code-at";
import { useIsOpen } from "../hooks/use-is-open";
import { useProfiles } from "../hooks/use-profiles";
import { connectToSts } from "../launcher/connect-to-sts";
import { startSession } from "../launcher/start-session";
import { CodeActions } from "./CodeActions";
import { CodeNotes } from "./CodeNotes";

export interface EnterMfaCodeFormProps {
  /** The profile whose session is wanted; the user of a role when it names one. */
  readonly profile?: string | undefined;
  /** A code that was typed before the form came up: tried at once. */
  readonly code?: string | undefined;
  readonly onStarted: (profile: string, until: Date | undefined, notes: readonly ResolutionNote[]) => void;
}

/** Makes the session of a user ahead of time, so that the roles behind it open without a code. */
export function EnterMfaCodeForm({ profile, code, onStarted }: EnterMfaCodeFormProps) {
  const { entries, isLoading, error } = useProfiles();
  const choices = deviceChoices(entries, profile);
  const [chosen, setChosen] = useState(profile);
  // A profile that was asked for and has no device is not exchanged for another: its code may be another user's.
  const selected = chosen === undefined ? choices[0] : choices.find(({ entry }) => entry.name === chosen);

  const choose = (name: string): void => setChosen(name || chosen);

  const isOpen = useIsOpen();
  const tryCode = async (typed: string, { entry, device }: DeviceChoice): Promise<void> => {
    const { credentials, notes } = await startSession(entry.name, { serial: device.serial, code: typed });
    if (isOpen()) onStarted(entry.plan.hops[0]?.profile ?? entry.name, credentials.expiration, notes);
  };
  const field = useCodeField({
    onCode: selected && ((typed) => tryCode(typed, selected)),
    onFirstDigit: selected && (() => connectToSts(selected.entry.plan)),
    initialCode: code,
    // A code goes to no device that the user may not have meant.
    submitsItself: chosen !== undefined || choices.length === 1,
  });

  const freshAtStart = useFreshCodeAt(selected?.device.serial);

  return (
    <Form
      isLoading={isLoading || field.isSubmitting}
      actions={<CodeActions field={field} submitTitle="Start Session" />}
    >
      <Form.TextField {...field.itemProps} autoFocus />
      <Form.Dropdown id="profile" title="Profile" value={selected?.entry.name ?? ""} onChange={choose}>
        {!isLoading && !selected && <Form.Dropdown.Item value="" title="Choose a Profile" />}
        {choices.map(({ entry, device }) => (
          <Form.Dropdown.Item key={entry.name} value={entry.name} title={`${entry.name} (${device.serial})`} />
        ))}
      </Form.Dropdown>
      {!isLoading && !selected && (
        <Form.Description title="No Device" text={error?.message ?? noDevice(profile, entries)} />
      )}
      <CodeNotes field={field} freshAt={freshAtStart} />
    </Form>
  );
}

interface DeviceChoice {
  readonly entry: ReadyProfile;
  readonly device: MfaDevice;
}

/** One profile for each device, the one asked for in front; a user before the roles behind it. */
function deviceChoices(entries: readonly ProfileEntry[], preferred: string | undefined): DeviceChoice[] {
  const candidates = entries.flatMap((entry) => {
    const device = entry.kind === "ready" ? mfaDevice(entry.plan) : undefined;
    return entry.kind === "ready" && device ? [{ entry, device }] : [];
  });
  const rank = ({ entry, device }: DeviceChoice): number =>
    entry.name === preferred ? 0 : entry.name === device.declaredBy ? 1 : 2;
  const ranked = candidates.toSorted((one, other) => rank(one) - rank(other));
  return ranked.filter(
    ({ device }, index) => index === ranked.findIndex((other) => other.device.serial === device.serial),
  );
}

function noDevice(profile: string | undefined, entries: readonly ProfileEntry[]): string {
  if (profile === undefined) return "No profile names an MFA device. Add mfa_serial to the profile of your user.";
  return entries.some(({ name }) => name === profile)
    ? `"${profile}" has no MFA device behind it. Choose another profile, or add mfa_serial to its user.`
    : `No profile is called "${profile}". Choose another.`;
}
