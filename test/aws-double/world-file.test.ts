import { describe, expect, it } from "vitest";
import { demoWorld } from "./demo-world";
import { specificationWorld } from "./specification-world";
import { parseWorld } from "./world-file";

const role = (trustPolicy: unknown) => ({ accounts: [{ id: "111111111111", roles: [{ name: "r", trustPolicy }] }] });
const statement = (more: object) => role({ Version: "2012-10-17", Statement: [more] });

describe("a world file", () => {
  it.each([
    ["the demo world", demoWorld],
    ["the world of this specification", specificationWorld],
  ])("can hold %s", (_which, world) => {
    expect(parseWorld(JSON.parse(JSON.stringify(world)))).toEqual(world);
  });

  it.each([
    ["no accounts", {}, "accounts: not a list"],
    ["an account id of 11 digits", { accounts: [{ id: "11111111111" }] }, "accounts[0].id: not text of the form"],
    ["an unknown partition", { accounts: [{ id: "111111111111", partition: "aws-mars" }] }, "unknown partition"],
    [
      "a key of the root user that is none",
      { accounts: [{ id: "111111111111", rootKeys: [{ accessKeyId: "root", secretAccessKey: "s" }] }] },
      "accounts[0].rootKeys[0].accessKeyId: not text of the form",
    ],
    [
      "a user that denies without MFA only perhaps",
      { accounts: [{ id: "111111111111", users: [{ name: "u", accessKeys: [], deniesWithoutMfa: "yes" }] }] },
      "accounts[0].users[0].deniesWithoutMfa: neither true nor left out",
    ],
    ["a trust policy without version", role({ Statement: [] }), "accounts[0].roles[0].trustPolicy.Version"],
    ["a statement without effect", statement({ Principal: "*", Action: "*" }), "Statement[0].Effect"],
    [
      "a condition that the stand-in cannot judge",
      statement({ Effect: "Allow", Principal: "*", Action: "*", Condition: { IpAddress: {} } }),
      "Statement[0].Condition.IpAddress: operator is not implemented",
    ],
    [
      "a principal that the stand-in cannot judge",
      statement({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "*" }),
      "Statement[0].Principal.AWS",
    ],
  ])("is refused with %s", (_what, json, message) => {
    expect(() => parseWorld(json)).toThrow(message);
  });
});
