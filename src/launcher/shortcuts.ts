import { Keyboard } from "@raycast/api";

/** Every shortcut of the extension, in one place so that no two of a panel collide. */
export const SHORTCUTS = {
  copyCredentials: Keyboard.Shortcut.Common.Copy,
  copyCredentialsAsJson: { modifiers: ["cmd", "shift"], key: "j" },
  copySignInUrl: { modifiers: ["cmd", "shift"], key: "u" },
  refreshSession: Keyboard.Shortcut.Common.Refresh,
  forgetSession: Keyboard.Shortcut.Common.Remove,
  forgetAllSessions: Keyboard.Shortcut.Common.RemoveAll,
  addAccessKey: Keyboard.Shortcut.Common.New,
  editConfig: Keyboard.Shortcut.Common.Edit,
} as const satisfies Record<string, Keyboard.Shortcut>;
