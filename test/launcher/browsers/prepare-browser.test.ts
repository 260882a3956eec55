import { access, chmod, readFile } from "node:fs/promises";
import path from "node:path";
import { inspect } from "node:util";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { Secret } from "../../../src/aws/secret";
import { type BrowserChoice } from "../../../src/launcher/browsers/browser-choice";
import { BrowserError } from "../../../src/launcher/browsers/browser-error";
import { prepareBrowser } from "../../../src/launcher/browsers/prepare-browser";
import { host } from "../../host/host";
import { throwAwayHome, type ThrowAwayHome } from "../throw-away-home";

const TOKEN = "VCQgs5qZt3Q6fn8Tr5EXAMPLEmLnwB7JjUc-SHwnUUWabcRdnWsi4DBn-dvC";
const URL = `https://signin.aws.amazon.com/federation?Action=login&Destination=%24%28id%29&SigninToken=${TOKEN}`;
const PRIVATE: BrowserChoice = { kind: "private-window", browser: "vivaldi" };

/** Writes down its arguments, one after the other with a NUL behind each, in one go. */
const RECORDS = `printf '%s\\0' "$@" > "$0.part" && mv "$0.part" "$0.args"`;

let home: ThrowAwayHome;
beforeEach(async () => {
  host.reset();
  home = await throwAwayHome();
});

const openIn = async (choice: BrowserChoice, url = URL, signal?: AbortSignal): Promise<void> => {
  const openInBrowser = await prepareBrowser(choice);
  await openInBrowser(new Secret(url), signal);
};

async function argumentsOf(program: string): Promise<readonly string[]> {
  const written = await vi.waitFor(() => readFile(`${program}.args`, "utf8"), { timeout: 5_000 });
  return written.split("\0").slice(0, -1);
}

/** The error of a console that did not open, which holds nothing of its address, wherever one looks. */
async function failureOf(choice: BrowserChoice, url = URL): Promise<BrowserError> {
  const error: unknown = await openIn(choice, url).then(
    () => "it opened",
    (reason: unknown) => reason,
  );
  if (!(error instanceof BrowserError)) throw new Error(`not a BrowserError: ${inspect(error)}`);
  expect(error.cause).toBeUndefined();
  const everything = [
    error.message,
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth: null, showHidden: true }),
  ];
  for (const text of everything) expect(text).not.toMatch(/SigninToken|VCQgs5qZ|signin\.aws/);
  return error;
}

it("nothing is opened for whoever gave up meanwhile", async () => {
  const program = await home.install("vivaldi-stable", RECORDS);
  const reason = new Error("given up");
  for (const choice of [PRIVATE, { kind: "default" } as const]) {
    await expect(openIn(choice, URL, AbortSignal.abort(reason))).rejects.toBe(reason);
  }
  expect(host.opened).toEqual([]);
  await expect(access(`${program}.args`)).rejects.toThrow();
});

describe("a browser on Linux", () => {
  it.each<[BrowserChoice, program: string, options: readonly string[]]>([
    [PRIVATE, "vivaldi-stable", ["--incognito"]],
    [
      { kind: "chromium-profile", browser: "vivaldi", directory: `Profile "1" 'x' $(id)`, name: "Work" },
      "vivaldi-stable",
      [`--profile-directory=Profile "1" 'x' $(id)`],
    ],
    [
      { kind: "firefox-profile", browser: "zen", name: `client's "A & B"; \`id\`` },
      "zen-browser",
      ["-P", `client's "A & B"; \`id\``],
    ],
  ])("gets the address as one argument, as it is: %j", async (choice, name, options) => {
    const program = await home.install(name, RECORDS);
    await openIn(choice);
    expect(await argumentsOf(program)).toEqual([...options, URL]);
  });

  it("gets the address of a container as one argument", async () => {
    const program = await home.install("zen-browser", RECORDS);
    await openIn({ kind: "firefox-container", browser: "zen", container: "a&b+c" });
    expect(await argumentsOf(program)).toEqual([`ext+container:name=a%26b%2Bc&url=${encodeURIComponent(URL)}`]);
  });

  it("has opened when it runs on, and lives on without this process", async () => {
    const program = await home.install(
      "vivaldi-stable",
      `${RECORDS}; echo $$ > "$0.part" && mv "$0.part" "$0.pid"; exec sleep 30`,
    );
    await openIn(PRIVATE);
    const pid = Number(await vi.waitFor(() => readFile(`${program}.pid`, "utf8"), { timeout: 5_000 }));
    onTestFinished(() => void process.kill(pid));
    // It leads a session of its own: what ends the launcher's command does not end the browser.
    const [, , , , , session] = (await readFile(`/proc/${pid}/stat`, "utf8")).split(" ");
    expect(Number(session)).toBe(pid);
    expect(await argumentsOf(program)).toEqual(["--incognito", URL]);
  });

  it("has not opened when it ends with an error", async () => {
    await home.install("vivaldi-stable", `echo "cannot open $2" >&2; exit 3`);
    expect(await failureOf(PRIVATE)).toMatchObject({
      message: '"Private Window of Vivaldi" did not open: it ended with exit code 3.',
      choice: PRIVATE,
      failure: { kind: "not-opened", reason: "it ended with exit code 3" },
    });
  });

  it("has not opened when a signal ends it", async () => {
    await home.install("vivaldi-stable", "kill -9 $$");
    expect((await failureOf(PRIVATE)).failure).toEqual({ kind: "not-opened", reason: "it was ended by SIGKILL" });
  });

  it("has not opened when the system cannot run it", async () => {
    const program = await home.install("vivaldi-stable");
    await home.write(path.relative(home.folder, program), "#!/no/such/interpreter\n");
    expect((await failureOf(PRIVATE)).failure).toEqual({ kind: "not-opened", reason: "ENOENT" });
  });

  it("has not opened when the system takes no such arguments", async () => {
    await home.install("zen-browser", RECORDS);
    const withNul: BrowserChoice = { kind: "firefox-profile", browser: "zen", name: "a\0b" };
    expect((await failureOf(withNul)).failure).toEqual({ kind: "not-opened", reason: "ERR_INVALID_ARG_VALUE" });
    const tooLong = `${URL}${"a".repeat(200_000)}`;
    const choice: BrowserChoice = { kind: "private-window", browser: "zen" };
    expect((await failureOf(choice, tooLong)).failure).toEqual({ kind: "not-opened", reason: "E2BIG" });
  });

  it.each<[string, () => Promise<unknown>]>([
    ["it is not installed", async () => undefined],
    ["what has its name cannot be run", async () => chmod(await home.install("vivaldi-stable"), 0o644)],
    ["what has its name is a folder", () => home.write("bin/vivaldi-stable/x", "")],
  ])("is not there when %s", async (_, prepare) => {
    await prepare();
    expect(await failureOf(PRIVATE)).toMatchObject({
      message: '"Private Window of Vivaldi" cannot be opened: the browser was not found.',
      failure: { kind: "not-installed" },
    });
  });

  it.each<[BrowserChoice, file: string, text: string]>([
    [
      { kind: "chromium-profile", browser: "vivaldi", directory: "Profile 9", name: "Old" },
      ".config/vivaldi/Local State",
      '{"profile":{"info_cache":{"Default":{"name":"Old"}}}}',
    ],
    [{ kind: "firefox-profile", browser: "zen", name: "Old" }, ".zen/profiles.ini", "[Profile0]\nName=New\n"],
  ])(
    "is not asked for a profile that was removed, of which it would make an empty one: %j",
    async (choice, file, text) => {
      const programs = [await home.install("vivaldi-stable", RECORDS), await home.install("zen-browser", RECORDS)];
      await home.write(file, text);
      expect(await failureOf(choice)).toMatchObject({
        message: expect.stringMatching(/^"(Vivaldi|Zen) · Old" is not there any more\.$/),
        failure: { kind: "profile-gone" },
      });
      for (const program of programs) await expect(access(`${program}.args`)).rejects.toThrow("ENOENT");
    },
  );

  it("is asked for a profile that is still there", async () => {
    const program = await home.install("vivaldi-stable", RECORDS);
    await home.write(".config/vivaldi/Local State", '{"profile":{"info_cache":{"Profile 9":{"name":"Renamed"}}}}');
    await openIn({ kind: "chromium-profile", browser: "vivaldi", directory: "Profile 9", name: "Old" });
    expect(await argumentsOf(program)).toEqual(["--profile-directory=Profile 9", URL]);
  });

  it("has no Spaces of Arc", async () => {
    const { failure } = await failureOf({ kind: "arc-space", space: "Home", profile: "Me" });
    expect(failure).toEqual({ kind: "not-installed" });
  });
});

describe("the launcher", () => {
  it("opens the default browser", async () => {
    await openIn({ kind: "default" });
    expect(host.opened).toEqual([{ target: URL, application: undefined }]);
  });

  it("opens the application that was chosen", async () => {
    await openIn({ kind: "application", name: "Safari", path: "/Applications/Safari.app" });
    expect(host.opened).toEqual([{ target: URL, application: "/Applications/Safari.app" }]);
  });

  it("may refuse, with a message that stays behind", async () => {
    host.cannotOpen = () => true;
    expect(await failureOf({ kind: "default" })).toMatchObject({
      message: '"Default Browser" did not open: the system refused.',
    });
  });

  it("opens nothing that is no web address", async () => {
    expect((await failureOf({ kind: "default" }, `--${TOKEN}`)).failure).toMatchObject({ kind: "not-opened" });
    expect(host.opened).toEqual([]);
  });
});
