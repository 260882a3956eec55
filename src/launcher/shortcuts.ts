import { Keyboard } from "@raycast/api";

/** Every shortcut of the extension, in one place so that no two of a panel collide. */
export const SHORTCUTS = {
  openAtService: Keyboard.Shortcut.Common.Open,
  openInBrowser: Keyboard.Shortcut.Common.OpenWith,
  openInRegion: { modifiers: ["cmd", "shift"], key: "r" },
  openAddress: { modifiers: ["cmd", "shift"], key: "v" },
  openForTwelveHours: { modifiers: ["cmd", "shift"], key: "t" },
  openLoggedOut: { modifiers: ["cmd", "shift"], key: "l" },
  setDefault: Keyboard.Shortcut.Common.Save,
  copyCredentials: Keyboard.Shortcut.Common.Copy,
  copyCredentialsAsJson: { modifiers: ["cmd", "shift"], key: "j" },
  copySignInUrl: { modifiers: ["cmd", "shift"], key: "u" },
  refreshSession: Keyboard.Shortcut.Common.Refresh,
  forgetSession: Keyboard.Shortcut.Common.Remove,
  forgetAllSessions: Keyboard.Shortcut.Common.RemoveAll,
  addAccessKey: Keyboard.Shortcut.Common.New,
  toggleDetail: Keyboard.Shortcut.Common.ToggleQuickLook,
  createQuicklink: { modifiers: ["cmd"], key: "l" },
  pin: Keyboard.Shortcut.Common.Pin,
  editConfig: Keyboard.Shortcut.Common.Edit,
} as const satisfies Record<string, Keyboard.Shortcut>;
