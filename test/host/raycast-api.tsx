/**
 * Stand-in of the run-time module `@raycast/api`, which only the launcher has: vitest.config.mts puts it in place of
 * the npm package, which holds nothing but types. Tests use it through `./headless-host`.
 */
export { Action } from "./action";
export { ActionPanel } from "./action-panel";
export { AI } from "./ai";
export { Alert, confirmAlert } from "./alert";
export { getApplications, getDefaultApplication, getFrontmostApplication } from "./applications";
export { Cache } from "./cache";
export { Clipboard } from "./clipboard";
export { Color } from "./color";
export { captureException, launchCommand, updateCommandMetadata } from "./commands";
export { Detail } from "./detail";
export { environment } from "./environment";
export { Form } from "./form";
export { Icon } from "./icon";
export { Image } from "./image";
export { Keyboard } from "./keyboard";
export { LaunchType } from "./launch-type";
export { List } from "./list";
export { LocalStorage } from "./local-storage";
export { MenuBarExtra } from "./menu-bar-extra";
export { useNavigation } from "./navigation";
export { OAuth } from "./oauth";
export { open, showInFinder, trash } from "./open";
export { getPreferenceValues, openCommandPreferences, openExtensionPreferences } from "./preferences";
export { showToast, Toast } from "./toast";
export { closeMainWindow, PopToRootType, popToRoot, showHUD } from "./window";
