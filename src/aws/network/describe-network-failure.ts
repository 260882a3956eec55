import { type NetworkFailure } from "./network-failure";

/** A network failure in the user's words. */
export interface NetworkFailureDescription {
  /** A few words in title case. */
  readonly title: string;
  /** What the host did, to be put after its name: "did not answer in time (ETIMEDOUT)". */
  readonly what: string;
  /** What to do, in one or more sentences. */
  readonly hint: string;
}

/** Says a failure so that the sentence can begin with the host: "STS in eu-west-1 was not found (ENOTFOUND)". */
export function describeNetworkFailure({ cause, reason }: NetworkFailure): NetworkFailureDescription {
  switch (cause) {
    case "host-not-found":
      return {
        title: "Host Not Found",
        what: `was not found (${reason})`,
        hint: "Check network and VPN, and the region. Where a proxy is the only way out, name it in the HTTPS Proxy preference.",
      };
    case "no-connection":
      return {
        title: "No Connection",
        what: `took no connection (${reason})`,
        hint: "Check network and VPN. Where a proxy is the only way out, name it in the HTTPS Proxy preference.",
      };
    case "certificate":
      return describeCertificate(reason);
    case "proxy":
      return {
        title: "No Way Through the Proxy",
        what: `is out of reach through the proxy (${reason})`,
        hint:
          reason === "HTTP 407"
            ? "The proxy wants a user and a password: write http://user:password@host:port into the HTTPS Proxy preference."
            : "Correct the HTTPS Proxy preference or HTTPS_PROXY, or ask whoever runs the proxy.",
      };
    case "timeout":
      return {
        title: "No Answer in Time",
        what: `did not answer in time (${reason})`,
        hint: "Check network and VPN, then try again.",
      };
    case "connection-lost":
      return {
        title: "Connection Lost",
        what: `dropped the connection (${reason})`,
        hint: "Try again; if it stays, check VPN and proxy.",
      };
    case "throttled":
      return {
        title: "AWS Is Busy",
        what: `takes no more calls for now (${reason})`,
        hint: "Wait a minute, then try again.",
      };
    case "server-error":
      return {
        title: "Server Error",
        what: `failed (${reason})`,
        hint: "Try again in a minute; if it stays, look at the AWS Health Dashboard.",
      };
    case "unreadable-answer":
      return {
        title: "Answer Not From AWS",
        what: `gave an answer that is not AWS's (${reason})`,
        hint: "Sign in to the network if it wants that, check VPN and proxy, then try again.",
      };
  }
}

function describeCertificate(reason: string): NetworkFailureDescription {
  const title = "Certificate Not Trusted";
  switch (reason) {
    case "CERT_NOT_YET_VALID":
    case "CERT_HAS_EXPIRED":
      return {
        title,
        what: `showed a certificate that is not valid at this time (${reason})`,
        hint: "Check the date and the clock of this machine, then try again.",
      };
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return {
        title,
        what: `showed a certificate of another host (${reason})`,
        hint: "Something else answers in its place: sign in to the network if it wants that, and check VPN and proxy.",
      };
    default:
      return {
        title,
        what: `showed a certificate that is not trusted (${reason})`,
        hint: "Where a company's own certificate authority signs it, name its file with ca_bundle in the profile, or with AWS_CA_BUNDLE.",
      };
  }
}
