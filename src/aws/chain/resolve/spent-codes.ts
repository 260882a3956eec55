/** Port: which codes of a device were sent to AWS in the last minutes, by any command. AWS takes each once. */
export interface SpentCodes {
  /** When this code was sent, or nothing if it was not within the time for which a code is good. */
  sentAt(serial: string, code: string): Promise<Date | undefined>;
  /** When the latest code of the device was sent, whichever it was. */
  lastSentAt(serial: string): Promise<Date | undefined>;
  add(serial: string, code: string): Promise<void>;
  /** Takes a code back that never reached AWS. */
  remove(serial: string, code: string): Promise<void>;
}
