import { describe, expect, it } from "vitest";
import { planOf } from "../../plan-of";

const NETWORK = {
  stsEndpoint: undefined,
  signInEndpoint: undefined,
  useFips: false,
  useDualStack: false,
  caBundle: undefined,
};

describe("the calls of a plan travel", () => {
  it.each([
    ["to AWS's own hosts where nothing is said", {}, {}],
    ["to AWS's own hosts where a variable is empty", { AWS_ENDPOINT_URL_STS: "", AWS_ENDPOINT_URL: "" }, {}],
    [
      "to one endpoint for every service",
      { AWS_ENDPOINT_URL: "https://aws" },
      { stsEndpoint: "https://aws", signInEndpoint: "https://aws" },
    ],
    [
      "to a service's own endpoint before that for every service",
      {
        AWS_ENDPOINT_URL: "https://aws",
        AWS_ENDPOINT_URL_STS: "https://sts",
        AWS_ENDPOINT_URL_SIGNIN: "https://signin",
      },
      { stsEndpoint: "https://sts", signInEndpoint: "https://signin" },
    ],
  ])("%s", (_, variables, expected) => {
    expect(planOf("[profile a]", "a", undefined, { variables }).network).toEqual({ ...NETWORK, ...expected });
  });
});
