import type * as Raycast from "@raycast/api";
import { host } from "./host";

/** The applications that a test says are installed. */
export const getApplications: typeof Raycast.getApplications = async () => [...host.applications];

/** The first of the installed applications. */
export const getDefaultApplication: typeof Raycast.getDefaultApplication = async (path) => {
  const [application] = host.applications;
  if (application === undefined) throw new Error(`No application opens ${String(path)}`);
  return application;
};

/** The first of the installed applications. */
export const getFrontmostApplication: typeof Raycast.getFrontmostApplication = async () => {
  const [application] = host.applications;
  if (application === undefined) throw new Error("No application is in front");
  return application;
};
