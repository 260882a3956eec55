import { Alert, confirmAlert } from "@raycast/api";
import { forgetSessionsOf } from "./forget-session";
import { keyStore } from "./launcher-ports";
import { type Success, withProgress } from "./with-progress";

/** Removes a profile's key from the key store, with every session that it started, after asking. */
export async function removeAccessKey(profile: string): Promise<void> {
  const isMeant = await confirmAlert({
    title: `Remove the Access Key of ${profile}?`,
    message: "The key is deleted from the key store of this machine. AWS still knows it.",
    primaryAction: { title: "Remove", style: Alert.ActionStyle.Destructive },
  });
  if (!isMeant) return;
  const remove = async (): Promise<Success> => {
    await keyStore().remove(profile);
    await forgetSessionsOf(profile);
    return { toast: `Removed the access key of ${profile}` };
  };
  await withProgress(`Removing the key of ${profile}`, remove, { isCancellable: false });
}
