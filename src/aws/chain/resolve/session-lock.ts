/** Port: one at a time makes a session, among all commands that run at once. */
export interface SessionLocks {
  /**
   * Takes the lock of a session key (sha256 in hex), or gives nothing while another command has it. A lock whose owner
   * was killed is free again after a few seconds.
   * The function given back releases it; calling it never throws.
   */
  tryAcquire(key: string): Promise<(() => Promise<void>) | undefined>;
}
