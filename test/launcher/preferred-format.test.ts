import { beforeEach, describe, expect, it } from "vitest";
import { CREDENTIAL_FORMATS } from "../../src/aws/credential-formats/credential-formats";
import { preferredFormat } from "../../src/launcher/preferred-format";
import { host } from "../host/host";
import { extension } from "../host/manifest";

beforeEach(() => host.reset());

describe("the preferred format", () => {
  it("can be each of them, by the name that actions have for it", () => {
    const preference = extension.manifest.preferences?.find(({ name }) => name === "credentialFormat");
    expect(preference?.data).toEqual(CREDENTIAL_FORMATS.map(({ id, title }) => ({ title, value: id })));
  });

  it.each(CREDENTIAL_FORMATS)("is the one that the user chose: $title", (format) => {
    host.preferences = { credentialFormat: format.id };
    expect(preferredFormat()).toBe(format);
  });

  it("is that for bash and zsh where a host knows no defaults", () => {
    host.preferences = {};
    expect(preferredFormat().id).toBe("bash");
  });
});
