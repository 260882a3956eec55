import { usePromise } from "@raycast/utils";
import { freshCodeAt } from "../aws/chain/resolve/mfa-code";
import { spentCodes } from "../launcher/launcher-ports";
import { now } from "../launcher/now";

/** When a device shows another code than the last one that was sent; nothing where it does already, or none is meant. */
export function useFreshCodeAt(serial: string | undefined): Date | undefined {
  const { data } = usePromise(readFreshCodeAt, [serial], {
    // Not to be known is no reason to say anything.
    onError: () => undefined,
  });
  return data;
}

async function readFreshCodeAt(serial: string | undefined): Promise<Date | undefined> {
  if (serial === undefined) return undefined;
  return freshCodeAt(await spentCodes().lastSentAt(serial), now());
}
