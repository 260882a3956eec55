import "./node-with-dom";
import { LaunchType } from "@raycast/api";
import { waitFor } from "@testing-library/react";
import { describe, expect, it, onTestFinished } from "vitest";
import AddAccessKey from "../../src/add-access-key";
import { createKeyStore } from "../../src/launcher/create-key-store";
import { articleConfig } from "../aws/article-config";
import { demoUser } from "../aws-double/demo-world";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { hasThrowAwayKeyStore } from "../key-store-for-tests";
import { type ExtensionWorld, startExtensionWorld } from "./extension-world";
import { openConsoleOf, pressEnterOn, runActionOn, storedSessions } from "./launcher-user";

// All test files of a run share one key store, so this one has a user of its own.
const USER = "key-adding-user";

async function startWorld(): Promise<ExtensionWorld> {
  onTestFinished(() => createKeyStore(host.assetsPath).remove(USER));
  return startExtensionWorld({
    config: articleConfig.replace("[profile demo-user]", `[profile ${USER}]`).replace("exec demo-user", `exec ${USER}`),
  });
}

async function addAccessKey(values: { id: string; secret: string }, profile = USER): Promise<LaunchedCommand> {
  const form = launch(
    <AddAccessKey launchType={LaunchType.UserInitiated} arguments={{}} launchContext={{ profile }} />,
  );
  await fillIn(form, values);
  return form;
}

async function fillIn(form: LaunchedCommand, { id, secret }: { id: string; secret: string }): Promise<void> {
  await form.type("Access Key ID", id);
  await form.type("Secret Access Key", secret);
  await form.submit();
}

async function storedKey(): Promise<{ id: string; secret: string } | undefined> {
  const key = await createKeyStore(host.assetsPath).read(USER);
  return key && { id: key.accessKeyId, secret: key.secretAccessKey.reveal() };
}

const DEMO_KEY = { id: demoUser.accessKeyId, secret: demoUser.secretAccessKey };

describe.runIf(hasThrowAwayKeyStore("Add Access Key"))("Add Access Key", () => {
  it("stores a key, with which the console opens", async () => {
    const world = await startWorld();
    await addAccessKey(DEMO_KEY);
    await waitFor(() => expect(host.huds).toEqual([`Stored the access key of ${USER}`]));
    expect(await storedKey()).toEqual(DEMO_KEY);
    expect(host.warnings).toEqual([]);

    await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.huds.at(-1)).toBe("Opened demo-role2 in 333333333333");
  });

  it("offers the profiles whose key is not in a file, the one with an MFA device first", async () => {
    await startWorld();
    const form = launch(<AddAccessKey launchType={LaunchType.UserInitiated} arguments={{}} />);
    const dropdown = await form.view.findByLabelText<HTMLSelectElement>("Profile");
    await waitFor(() => expect([...dropdown.options].map(({ value }) => value)).toEqual([USER, "default"]));
    await fillIn(form, DEMO_KEY);
    await waitFor(() => expect(host.huds).toEqual([`Stored the access key of ${USER}`]));
    expect(await storedKey()).toEqual(DEMO_KEY);
  });

  it("leaves out blanks that were copied along", async () => {
    await startWorld();
    await addAccessKey({ id: ` ${DEMO_KEY.id} `, secret: `${DEMO_KEY.secret} ` });
    await waitFor(() => expect(host.huds).toHaveLength(1));
    expect(await storedKey()).toEqual(DEMO_KEY);
  });

  it.each([
    ["a temporary key", "ASIADEMOUSER00000000", "This is a temporary key; a long-term one begins with AKIA"],
    ["something else", "demo-user", "A long-term key begins with AKIA, in capitals and digits"],
    ["half a key", "AKIADEMO", "A long-term key begins with AKIA, in capitals and digits"],
  ])("takes no id of %s", async (_, id, complaint) => {
    await startWorld();
    const form = await addAccessKey({ id, secret: DEMO_KEY.secret });
    expect((await form.view.findByRole("alert")).textContent).toBe(complaint);
    expect(await storedKey()).toBeUndefined();
  });

  it("takes no empty secret", async () => {
    await startWorld();
    const form = await addAccessKey({ id: DEMO_KEY.id, secret: " " });
    expect((await form.view.findByRole("alert")).textContent).toBe(
      "Paste the secret access key; AWS shows it once, when the key is made",
    );
    expect(await storedKey()).toBeUndefined();
  });

  it("forgets the sessions that an older key of the profile started, and no others", async () => {
    const world = await startWorld();
    await addAccessKey(DEMO_KEY);
    await waitFor(() => expect(host.huds).toHaveLength(1));
    await openConsoleOf("demo-role2", world.mfaCode());
    host.localStorage.set("something else", "stays");

    await addAccessKey(DEMO_KEY);
    await waitFor(() => expect(host.huds).toHaveLength(3));
    expect(storedSessions()).toEqual([]);
    expect(host.localStorage.get("something else")).toBe("stays");
    const form = await pressEnterOn("demo-role2");
    await form.view.findByLabelText("MFA Code");
  });

  it("is undone by Remove Access Key, which takes the sessions along, after asking", async () => {
    const world = await startWorld();
    await addAccessKey(DEMO_KEY);
    await waitFor(() => expect(host.huds).toHaveLength(1));
    await openConsoleOf("demo-role2", world.mfaCode());

    host.alerts.answerNext(false);
    await runActionOn("demo-role2", `Remove Access Key of ${USER}`);
    expect(await storedKey()).toEqual(DEMO_KEY);

    host.alerts.answerNext(true);
    await runActionOn("demo-role2", `Remove Access Key of ${USER}`);
    await waitFor(() => expect(storedSessions()).toEqual([]));
    expect(await storedKey()).toBeUndefined();
  });

  it("hides the secret while it is typed, and shows it nowhere else", async () => {
    await startWorld();
    const form = await addAccessKey(DEMO_KEY);
    expect(form.view.getByLabelText<HTMLInputElement>("Secret Access Key").type).toBe("password");
    await waitFor(() => expect(host.huds).toHaveLength(1));
    const seen = JSON.stringify([host.toasts, host.huds, [...host.caches.values()].flatMap((cache) => [...cache])]);
    expect(seen).not.toContain(DEMO_KEY.secret);
    expect(host.localStorage.size).toBe(0);
  });

  it("comes up from the list as well, for the profile that the chain starts from, and leads back to it", async () => {
    await startWorld();
    const list = await runActionOn("demo-role2", `Add Access Key of ${USER}`);
    expect((await list.view.findByLabelText<HTMLSelectElement>("Profile")).value).toBe(USER);
    await fillIn(list, DEMO_KEY);
    await list.selectItem("demo-role2");
    expect(await storedKey()).toEqual(DEMO_KEY);
  });

  it("comes up from the toast that misses the key, and goes on with what was asked for", async () => {
    const world = await startWorld();
    const list = await pressEnterOn("demo-role2");
    await list.user.click(await list.screen.findByRole("button", { name: "Add Access Key" }));
    await fillIn(list, DEMO_KEY);
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
    expect(host.launchedCommands).toEqual([]);
  });

  it("goes away once, when the user leaves it while the key is stored", async () => {
    await startWorld();
    const list = await runActionOn("demo-role2", `Add Access Key of ${USER}`);
    await list.type("Access Key ID", DEMO_KEY.id);
    await list.type("Secret Access Key", DEMO_KEY.secret);
    await list.user.keyboard("{Meta>}{Enter}{/Meta}{Escape}");
    await waitFor(async () => expect(await storedKey()).toEqual(DEMO_KEY));
    await list.selectItem("demo-role2");
    expect(host.poppedToRoot).toBe(false);
  });
});
