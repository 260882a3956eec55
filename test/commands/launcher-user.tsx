import { Toast } from "@raycast/api";
import { waitFor } from "@testing-library/react";
import { expect } from "vitest";
import OpenAwsConsole from "../../src/open-aws-console";
import { host, launch, type LaunchedCommand } from "../host/headless-host";

/** Looks the command Open AWS Console up, selects a profile and presses Enter. */
export async function pressEnterOn(profile: string): Promise<LaunchedCommand> {
  const list = launch(<OpenAwsConsole />);
  await list.selectItem(profile);
  await list.pressEnter();
  return list;
}

/** Looks the command Open AWS Console up, selects a profile and triggers one of its actions, if need be in submenus. */
export async function runActionOn(
  profile: string,
  action: string,
  ...inSubmenus: readonly string[]
): Promise<LaunchedCommand> {
  const list = launch(<OpenAwsConsole />);
  await list.selectItem(profile);
  await list.runAction(action, ...inSubmenus);
  return list;
}

/** Opens a profile's console, with a code where one is given, and waits until the browser has the link. */
export async function openConsoleOf(profile: string, code?: string): Promise<string> {
  const before = host.huds.length;
  const list = await pressEnterOn(profile);
  if (code !== undefined) await list.type("MFA Code", code);
  await waitFor(() => expect(host.huds).toHaveLength(before + 1));
  return host.opened.at(-1)?.target ?? "";
}

/** What stands in a form for codes whether or not one was refused. */
const STANDING_NOTES = ["Device", "Opens", "Session", "Running", "No Code", "Next Code", "Clipboard"];

/** Waits for the reason that a form gives for not taking a code. */
export async function refusalIn(form: LaunchedCommand): Promise<string> {
  const note = await form.view.findByRole("note", { name: (title) => !STANDING_NOTES.includes(title) });
  return note.querySelector("p")?.textContent ?? "";
}

/** What is typed into a field. */
export function valueOf(form: LaunchedCommand, label: string): string {
  return form.view.getByLabelText<HTMLInputElement>(label).value;
}

/** Waits for the toast that says why an action failed. */
export async function failureToast(): Promise<{ title: string; message: string | undefined; action?: string }> {
  return waitFor(() => {
    const toast = host.visibleToast;
    if (toast?.style !== Toast.Style.Failure) throw new Error(`No failure toast; the toast is ${toast?.title}`);
    const { title, message, primaryAction } = toast;
    return { title, message, ...(primaryAction && { action: primaryAction.title }) };
  });
}

/** What a list row shows, from left to right. */
export function cellsOf(row: HTMLElement): string[] {
  return [...row.children].map(({ textContent }) => textContent).filter((text) => text !== "");
}

/** The sessions in the launcher's storage, as they stand there. */
export function storedSessions(): string[] {
  return [...host.localStorage].flatMap(([key, value]) => (key.startsWith("session:") ? [String(value)] : []));
}
