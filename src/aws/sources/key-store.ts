import { type AccessKey } from "../credentials";

/** Port: long-term access keys by the name of the profile they belong to, in the key store of the operating system. */
export interface KeyStore {
  /** Nothing where no key is stored. Throws a `ProblemError` where the key store cannot be used. */
  read(profile: string): Promise<AccessKey | undefined>;
  write(profile: string, key: AccessKey): Promise<void>;
  remove(profile: string): Promise<void>;
}
