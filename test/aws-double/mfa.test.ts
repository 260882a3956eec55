import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { ada, bob, roleArn, specificationWorld } from "./specification-world";
import { assumeRole, getSessionToken } from "./sts-client";

const STEP = 30_000;
const WRONG_CODE = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
const WRONG_DEVICE =
  "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.";
const INCOMPLETE = "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.";

let double: AwsDouble;
beforeEach(async () => {
  // The middle of a step, so that no test crosses into the next one by itself.
  const middle = STEP / 2 - (Date.now() % STEP);
  double = await startAwsDouble({ world: specificationWorld });
  double.clock.advance(middle);
});
afterEach(() => double.close());

const denied = (message: string) => ({ name: "AccessDenied", message, $metadata: { httpStatusCode: 403 } });

/** The two calls that take a code. The signature's time follows the stand-in's clock within its 15 minutes. */
const calls = [
  { action: "GetSessionToken", call: (mfa: object) => getSessionToken(double, ada, mfa) },
  { action: "AssumeRole", call: (mfa: object) => assumeRole(double, ada, { RoleArn: roleArn("mfa"), ...mfa }) },
];

describe.each(calls)("the MFA code of $action (rules 7 and 8)", ({ call }) => {
  const mfa = (TokenCode: string, SerialNumber: string = ada.mfaSerial) => ({ SerialNumber, TokenCode });

  it("is accepted", async () => {
    await expect(call(mfa(double.mfaCode(ada.mfaSerial)))).resolves.toBeDefined();
  });

  it.each([-1, 1])("is accepted %i step away", async (steps) => {
    const code = double.mfaCode(ada.mfaSerial);
    double.clock.advance(-steps * STEP);
    await expect(call(mfa(code))).resolves.toBeDefined();
  });

  it.each([-2, 2])("is refused %i steps away", async (steps) => {
    const code = double.mfaCode(ada.mfaSerial);
    double.clock.advance(-steps * STEP);
    await expect(call(mfa(code))).rejects.toMatchObject(denied(WRONG_CODE));
  });

  it("is refused when it is wrong", async () => {
    const wrong = String((Number(double.mfaCode(ada.mfaSerial)) + 1) % 1_000_000).padStart(6, "0");
    await expect(call(mfa(wrong))).rejects.toMatchObject(denied(WRONG_CODE));
  });

  it("is refused when it is of another device", async () => {
    await expect(call(mfa(double.mfaCode(bob.mfaSerial)))).rejects.toMatchObject(denied(WRONG_CODE));
  });

  it("is refused when the device is another user's", async () => {
    const refused = call(mfa(double.mfaCode(bob.mfaSerial), bob.mfaSerial));
    await expect(refused).rejects.toMatchObject(denied(WRONG_DEVICE));
  });

  it("is refused when there is no such device", async () => {
    const refused = call(mfa("123456", "arn:aws:iam::111111111111:mfa/nobody"));
    await expect(refused).rejects.toMatchObject(denied(WRONG_DEVICE));
  });

  it("is refused without its device", async () => {
    await expect(call({ TokenCode: double.mfaCode(ada.mfaSerial) })).rejects.toMatchObject(denied(INCOMPLETE));
  });

  it("is missed when only a device is named", async () => {
    await expect(call({ SerialNumber: ada.mfaSerial })).rejects.toMatchObject(denied(INCOMPLETE));
  });

  it("is refused the second time", async () => {
    const code = double.mfaCode(ada.mfaSerial);
    await call(mfa(code));
    await expect(call(mfa(code))).rejects.toMatchObject(denied(WRONG_CODE));
  });
});

describe("single use of codes (rule 8)", () => {
  it("spans actions", async () => {
    const mfa = { SerialNumber: ada.mfaSerial, TokenCode: double.mfaCode(ada.mfaSerial) };
    await getSessionToken(double, ada, mfa);
    const second = assumeRole(double, ada, { RoleArn: roleArn("mfa"), ...mfa });
    await expect(second).rejects.toMatchObject(denied(WRONG_CODE));
  });

  it("spends a code also on a call that is refused for another reason", async () => {
    const mfa = { SerialNumber: ada.mfaSerial, TokenCode: double.mfaCode(ada.mfaSerial) };
    await expect(assumeRole(double, ada, { RoleArn: roleArn("not-ada"), ...mfa })).rejects.toMatchObject({
      message: expect.stringContaining("is not authorized to perform: sts:AssumeRole"),
    });
    await expect(getSessionToken(double, ada, mfa)).rejects.toMatchObject(denied(WRONG_CODE));
  });

  it("can be switched off", async () => {
    const lenient = await startAwsDouble({ world: specificationWorld, singleUseCodes: false });
    const mfa = { SerialNumber: ada.mfaSerial, TokenCode: lenient.mfaCode(ada.mfaSerial) };
    await getSessionToken(lenient, ada, mfa);
    await expect(getSessionToken(lenient, ada, mfa)).resolves.toBeDefined();
    await lenient.close();
  });
});

describe("mfaCode", () => {
  it("gives codes that work twice in one step and says so when both are used", async () => {
    const use = () =>
      getSessionToken(double, ada, { SerialNumber: ada.mfaSerial, TokenCode: double.mfaCode(ada.mfaSerial) });
    await use();
    await use();
    expect(() => double.mfaCode(ada.mfaSerial)).toThrow("advance the clock by 30 s");
    double.clock.advance(STEP);
    expect(double.mfaCode(ada.mfaSerial)).toMatch(/^\d{6}$/);
  });

  it("knows only devices of the world", () => {
    expect(() => double.mfaCode("arn:aws:iam::111111111111:mfa/nobody")).toThrow("No MFA device");
  });
});
