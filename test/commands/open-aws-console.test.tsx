import "./node-with-dom";
import { waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import OpenAwsConsole from "../../src/open-aws-console";
import { visitConsole } from "../aws-double/visit-console";
import { host, launch } from "../host/headless-host";
import { startExtensionWorld } from "./extension-world";

describe("x", () => {
  it("opens", async () => {
    const world = await startExtensionWorld();
    const command = launch(<OpenAwsConsole />);
    const item = await command.selectItem("demo-role2");
    console.log(item.outerHTML);
    console.log(command.actions());
    await command.pressEnter();
    await command.type("MFA Code", world.mfaCode());
    await waitFor(() => { console.log(host.visibleToast?.title, host.visibleToast?.message); expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]) }, {interval: 1000, timeout: 8000}).catch(e => console.log(String(e).slice(0,200)));
    console.log(host.toasts, host.opened, world.newCalls(), host.warnings);
    console.log(await visitConsole(host.opened[0]?.target ?? ""));
  });
});
