import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Secret } from "../src/aws/secret";
import { createKeyStore } from "../src/launcher/create-key-store";
import { demoCredentials } from "../test/aws-double/demo-credentials";
import { demoUser } from "../test/aws-double/demo-world";
import { KEY_STORE_IS_THROW_AWAY } from "../test/key-store-for-tests";

/**
 * Gives demo-user its long-term key: in the key store where that is the demo's own, else in the throw-away home's
 * credentials file, since a demo must not write into anybody's real key store.
 *
 * @returns where the key is now, for the story
 */
export async function storeDemoKey(home: string, assetsPath: string): Promise<string> {
  if (process.env[KEY_STORE_IS_THROW_AWAY]) {
    const { accessKeyId, secretAccessKey } = demoUser;
    await createKeyStore(assetsPath).write("demo-user", { accessKeyId, secretAccessKey: new Secret(secretAccessKey) });
    return "a throw-away key store (gnome-keyring)";
  }
  await writeFile(path.join(home, ".aws", "credentials"), demoCredentials, { mode: 0o600 });
  return "the throw-away ~/.aws/credentials (install gnome-keyring and dbus to see it in a key store)";
}
