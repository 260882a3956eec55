/** A proxy that is out of reach, or that refuses a call. What was to be sent has not left this machine. */
export class ProxyError extends Error {
  override readonly name = "ProxyError";

  /** @param reason the system's code or the proxy's HTTP status, never its address: that may hold a password */
  constructor(readonly reason: string) {
    super(`No way through the proxy: ${reason}`);
  }
}
