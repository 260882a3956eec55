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
  copyCredentialsAs: { modifiers: ["cmd", "shift"], key: "f" },
  copySignInUrl: { modifiers: ["cmd", "shift"], key: "u" },
  copyProfileName: Keyboard.Shortcut.Common.CopyName,
  copyRoleArn: { modifiers: ["cmd", "shift"], key: "a" },
  copyAccountId: { modifiers: ["cmd", "shift"], key: "i" },
  copyProfileExport: { modifiers: ["cmd", "shift"], key: "e" },
  refreshSession: Keyboard.Shortcut.Common.Refresh,
  forgetSession: Keyboard.Shortcut.Common.Remove,
  forgetAllSessions: Keyboard.Shortcut.Common.RemoveAll,
  addAccessKey: Keyboard.Shortcut.Common.New,
  toggleDetail: Keyboard.Shortcut.Common.ToggleQuickLook,
  createQuicklink: { modifiers: ["cmd"], key: "l" },
  pin: Keyboard.Shortcut.Common.Pin,
  visitAuthenticator: Keyboard.Shortcut.Common.Open,
  pasteCode: { modifiers: ["cmd", "shift"], key: "v" },
  editConfig: Keyboard.Shortcut.Common.Edit,
} as const satisfies Record<string, Keyboard.Shortcut>;
