import "./node-with-dom";
import { type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import AddAccessKey from "../../src/add-access-key";
import CopyAwsCredentials from "../../src/copy-aws-credentials";
import EnterMfaCode from "../../src/enter-mfa-code";
import OpenAwsConsole from "../../src/open-aws-console";
import { articleConfig } from "../aws/article-config";
import { demoCredentials } from "../aws-double/demo-credentials";
import { type DescribedAction, host, launch, type LaunchedCommand } from "../host/headless-host";
import { startExtensionWorld } from "./extension-world";
import { openConsoleOf } from "./launcher-user";

// Each kind of row there is: roles of each depth, users with and without a device, keys of a file and of a command,
// IAM Identity Center, a role that may open for twelve hours, a profile with a problem, a line that was left out.
const CONFIG = `${articleConfig}
[profile direct]
role_arn = arn:aws:iam::222222222222:role/demo-role1
source_profile = static
[profile static]
aws_access_key_id = AKIASTATIC
aws_secret_access_key = secret
[profile tool]
credential_process = some-tool
[profile behind-tool]
role_arn = arn:aws:iam::222222222222:role/demo-role1
source_profile = tool
[profile portal]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 444444444444
sso_role_name = ReadOnly
[profile lost]
role_arn = arn:aws:iam::555555555555:role/x
source_profile = nobody
this line is none
`;

/** Every panel that can be reached from the one in force, by the titles that lead there; each view is left again. */
async function panelsFrom(command: LaunchedCommand, at: string): Promise<[string, DescribedAction[]][]> {
  const panels: [string, DescribedAction[]][] = [[at, command.actions()]];
  for (const { title, isSubmenu } of command.actions()) {
    const leadsOn =
      isSubmenu || title.endsWith("…") || title === "Enter MFA Code" || title.startsWith("Add Access Key");
    if (!leadsOn && title !== "Show Diagnostics") continue;
    await command.runAction(title);
    panels.push(...(await panelsFrom(command, `${at} › ${title}`)));
    await command.pop();
  }
  return panels;
}

async function panelsOf(element: ReactElement): Promise<[string, DescribedAction[]][]> {
  const command = launch(element);
  if (command.view.queryByRole("listbox") === null) return panelsFrom(command, "form");
  await command.selectItem("lost");
  const panels: [string, DescribedAction[]][] = [];
  for (const item of command.items()) {
    await command.selectItem(item);
    panels.push(...(await panelsFrom(command, item)));
  }
  return panels;
}

const COMMANDS = [
  ["Open AWS Console", <OpenAwsConsole key="open" />],
  ["Copy AWS Credentials", <CopyAwsCredentials key="copy" />],
  ["Enter MFA Code", <EnterMfaCode key="mfa" arguments={{ profile: "", code: "" }} launchType={host.environment.launchType} />], // prettier-ignore
  ["Add Access Key", <AddAccessKey key="key" arguments={{}} launchType={host.environment.launchType} />],
] as const;

describe.each(COMMANDS)("%s", (name, element) => {
  it("has an icon for every action, no shortcut twice in a panel, and a placeholder for every field", async () => {
    const world = await startExtensionWorld({ config: CONFIG, credentials: demoCredentials });
    await openConsoleOf("demo-role2", world.mfaCode());
    const panels = await panelsOf(element);
    for (const [at, actions] of panels) {
      const faults = actions.filter(({ hasIcon }) => !hasIcon).map(({ title }) => `${title} has no icon`);
      const shortcuts = actions.flatMap(({ shortcut }) => shortcut ?? []);
      const twice = shortcuts.filter((shortcut, index) => shortcuts.indexOf(shortcut) !== index);
      expect([at, ...faults, ...twice]).toEqual([at]);
    }
    // What the host itself checks: icons in all or none, placeholders, titles of root views.
    expect(host.warnings).toEqual([]);
    // Not a walk that saw nothing.
    expect(panels.length).toBeGreaterThan(name.startsWith("Open") || name.startsWith("Copy") ? 50 : 0);
  });
});
