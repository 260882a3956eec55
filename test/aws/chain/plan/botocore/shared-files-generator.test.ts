import { describe, expect, it } from "vitest";
import { generateSharedFiles, SHARED_FILE_FEATURES } from "./shared-files-generator";

const SEED = 1;
const COUNT = 2000;

const generated = Array.from({ length: COUNT }, (_, index) => generateSharedFiles(SEED, index));

function filesWith(isMeant: (feature: string) => boolean): number {
  return generated.filter(({ features }) => features.some(isMeant)).length;
}

describe("generated shared files", () => {
  it("are the same for the same seed and index, in any order", () => {
    const again = [1999, 7, 1, 7].map((index) => generateSharedFiles(SEED, index));
    expect(again).toEqual([generated[1999], generated[7], generated[1], generated[7]]);
  });

  it("are others for another seed or index", () => {
    const texts = new Set(generated.map(({ config, credentials }) => `${config}\0${credentials}`));
    expect(texts.size).toBeGreaterThan(COUNT * 0.95);
    expect(generateSharedFiles(SEED + 1, 0)).not.toMatchObject({ config: generated[0]?.config });
  });

  it("have an id each", () => {
    expect(new Set(generated.map(({ id }) => id)).size).toBe(COUNT);
  });

  it("name the selected profile first", () => {
    const isFirst = generated.filter(({ profiles, selected }) => profiles[0] === selected).length;
    // Where nothing is written of the selected profile, there is no such profile.
    expect(isFirst).toBeGreaterThan(COUNT * 0.95);
  });

  it("have few oddities, so that one seldom hides another", () => {
    const counts = generated.map(({ features }) => features.length);
    // Two are no oddities: the depth and where the region stands.
    expect(counts.reduce((sum, count) => sum + count, 0) / COUNT).toBeLessThan(2 + 3.5);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2 + 6);
  });

  it("hold no key that could be a real one", () => {
    const keys = generated.flatMap(({ config, credentials }) => `${config}${credentials}`.match(/\bA[KS]IA\w{16}\b/g));
    const made = /^A[KS]IA(?:CREDS|CONF|HALF|LONE|LEFT|OWN|PROCESS|DEFAULT)0+\d*$/;
    expect(keys.filter((key) => key !== null && !made.test(key))).toEqual([]);
  });

  it.each(SHARED_FILE_FEATURES)("have often enough: %s", (feature) => {
    expect(filesWith((other) => other === feature)).toBeGreaterThanOrEqual(16);
  });

  it.each([
    ["chains of three roles and more", /^depth [3-6]$/, 400],
    ["loops", /^loop|^own source, without/, 60],
    ["profiles that are their own source", /^own source/, 70],
    ["credential_source", /credential_source/, 150],
    ["leftover keys in mid chain", /left over/, 100],
    ["credential_process", /credential_process/, 200],
    ["SSO", /SSO/, 180],
    ["login_session", /login_session/, 40],
    ["web identity", /web identity/, 80],
    ["keys with a session token", /temporary|session token/, 150],
    ["MFA", /MFA|mfa_serial/, 250],
    ["duration_seconds", /duration/, 350],
    ["external_id", /external_id/, 100],
    ["role_session_name", /role_session_name/, 100],
    ["role ARNs that are odd", /^role of an?|ARN/, 120],
    ["odd names", /name|\[.*default\]|profile before|behind profile|PROFILE/, 700],
    ["[default] in all its forms", /^\[.*default\]/i, 100],
    ["comments", /comment/, 300],
    ["what makes botocore refuse a file", /twice|not closed|byte order|broken$|before any section|without sep/, 150],
    ["nested blocks", /nested/, 120],
    ["continuation lines", /continuation/, 80],
  ])("have often enough, of any kind: %s", (_what, features, least) => {
    expect(filesWith((feature) => features.test(feature))).toBeGreaterThanOrEqual(least);
  });
});
