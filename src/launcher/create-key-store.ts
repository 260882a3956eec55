import type * as KeytarModule from "@github/keytar";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { object, parseJson, pipe, safeParse, string } from "valibot";
import { ProblemError } from "../aws/problem";
import { Secret } from "../aws/secret";
import { type KeyStore } from "../aws/sources/key-store";

/** What all items are filed under; the account of an item is the profile's name. */
const SERVICE = "aws-role-chains";

type Keytar = Pick<typeof KeytarModule, "getPassword" | "setPassword" | "deletePassword">;

const StoredKey = pipe(string(), parseJson(), object({ accessKeyId: string(), secretAccessKey: string() }));

/**
 * Long-term keys in the key store of the operating system (macOS Keychain, Windows Credential Manager, Secret Service)
 * through keytar. Its native addon is loaded from the assets at the first use: the launcher's bundler takes none.
 *
 * @param assetsPath the launcher's folder of assets, which holds `native/<platform>-<arch>/keytar.node`
 */
export function createKeyStore(assetsPath: string): KeyStore {
  let loaded: Keytar | undefined;
  const keytar = (): Keytar => {
    const platform = `${process.platform}-${process.arch}`;
    const folder = path.join(assetsPath, "native", platform);
    if (!existsSync(folder)) throw new Error(`no addon for ${platform}`);
    return (loaded ??= createRequire(path.join(folder, "/"))(path.join(folder, "keytar.node")));
  };

  const withKeytar = async <T>(profile: string, call: (keytar: Keytar) => Promise<T>): Promise<T> => {
    try {
      return await call(keytar());
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : "unknown error";
      throw new ProblemError({ kind: "key-store-unavailable", profile, reason });
    }
  };

  return {
    async read(profile) {
      const { success, output } = safeParse(
        StoredKey,
        await withKeytar(profile, (store) => store.getPassword(SERVICE, profile)),
      );
      return success
        ? { accessKeyId: output.accessKeyId, secretAccessKey: new Secret(output.secretAccessKey) }
        : undefined;
    },
    async write(profile, { accessKeyId, secretAccessKey }) {
      const item = JSON.stringify({ accessKeyId, secretAccessKey: secretAccessKey.reveal() });
      await withKeytar(profile, (store) => store.setPassword(SERVICE, profile, item));
    },
    async remove(profile) {
      await withKeytar(profile, (store) => store.deletePassword(SERVICE, profile));
    },
  };
}
