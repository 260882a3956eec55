/** What a browser is built on, which decides how it is told a profile and where its profiles are written down. */
export type Engine = "chromium" | "firefox";

/** A browser whose profiles and private windows can be opened from outside. */
export interface Browser {
  readonly title: string;
  readonly engine: Engine;
  /** The argument that opens what follows it in a private window. */
  readonly privateWindow: string;
  readonly macos: {
    /** Finds the application wherever it is and whatever it is called: Zen has already changed its name once. */
    readonly bundleId: string;
    readonly dataFolders: readonly string[];
  };
  readonly windows: {
    readonly programs: readonly string[];
    readonly dataFolders: readonly string[];
  };
  readonly linux: {
    /** Names to look for in `PATH`, the most specific first. */
    readonly programs: readonly string[];
    readonly dataFolders: readonly string[];
  };
}

/**
 * The browsers this extension can do more with than open a link. Data folders hold `Local State` (Chromium) or
 * `profiles.ini` (Firefox); the first that has profiles counts. Paths are written as a shell would understand them.
 *
 * Sources: Chromium's `docs/user_data_dir.md` for Chrome and Chromium, the vendors' packages and installers for the
 * others; Firefox's "Profiles" and "Command Line Parameters" documents. Since version 147 Firefox, and Zen with it, keeps
 * new profiles under `XDG_CONFIG_HOME` unless the old folder is there.
 *
 * Arc is not among them: no argument makes it open a profile or a private window. See `arc-spaces.ts`.
 */
export const BROWSERS = {
  chrome: {
    title: "Google Chrome",
    engine: "chromium",
    privateWindow: "--incognito",
    macos: { bundleId: "com.google.Chrome", dataFolders: ["~/Library/Application Support/Google/Chrome"] },
    windows: {
      programs: [
        "%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe",
        "%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe",
        "%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe",
      ],
      dataFolders: ["%LOCALAPPDATA%\\Google\\Chrome\\User Data"],
    },
    linux: {
      programs: ["google-chrome-stable", "google-chrome"],
      dataFolders: ["$XDG_CONFIG_HOME/google-chrome"],
    },
  },
  edge: {
    title: "Microsoft Edge",
    engine: "chromium",
    privateWindow: "--inprivate",
    macos: { bundleId: "com.microsoft.edgemac", dataFolders: ["~/Library/Application Support/Microsoft Edge"] },
    windows: {
      programs: [
        "%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe",
        "%ProgramFiles%\\Microsoft\\Edge\\Application\\msedge.exe",
      ],
      dataFolders: ["%LOCALAPPDATA%\\Microsoft\\Edge\\User Data"],
    },
    linux: {
      programs: ["microsoft-edge-stable", "microsoft-edge"],
      dataFolders: ["$XDG_CONFIG_HOME/microsoft-edge"],
    },
  },
  brave: {
    title: "Brave",
    engine: "chromium",
    privateWindow: "--incognito",
    macos: {
      bundleId: "com.brave.Browser",
      dataFolders: ["~/Library/Application Support/BraveSoftware/Brave-Browser"],
    },
    windows: {
      programs: [
        "%ProgramFiles%\\BraveSoftware\\Brave-Browser\\Application\\brave.exe",
        "%ProgramFiles(x86)%\\BraveSoftware\\Brave-Browser\\Application\\brave.exe",
        "%LOCALAPPDATA%\\BraveSoftware\\Brave-Browser\\Application\\brave.exe",
      ],
      dataFolders: ["%LOCALAPPDATA%\\BraveSoftware\\Brave-Browser\\User Data"],
    },
    linux: {
      programs: ["brave-browser-stable", "brave-browser", "brave"],
      dataFolders: ["$XDG_CONFIG_HOME/BraveSoftware/Brave-Browser"],
    },
  },
  vivaldi: {
    title: "Vivaldi",
    engine: "chromium",
    privateWindow: "--incognito",
    macos: { bundleId: "com.vivaldi.Vivaldi", dataFolders: ["~/Library/Application Support/Vivaldi"] },
    windows: {
      programs: [
        "%LOCALAPPDATA%\\Vivaldi\\Application\\vivaldi.exe",
        "%ProgramFiles%\\Vivaldi\\Application\\vivaldi.exe",
      ],
      dataFolders: ["%LOCALAPPDATA%\\Vivaldi\\User Data"],
    },
    linux: { programs: ["vivaldi-stable", "vivaldi"], dataFolders: ["$XDG_CONFIG_HOME/vivaldi"] },
  },
  chromium: {
    title: "Chromium",
    engine: "chromium",
    privateWindow: "--incognito",
    macos: { bundleId: "org.chromium.Chromium", dataFolders: ["~/Library/Application Support/Chromium"] },
    windows: {
      programs: [
        "%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe",
        "%ProgramFiles%\\Chromium\\Application\\chrome.exe",
      ],
      dataFolders: ["%LOCALAPPDATA%\\Chromium\\User Data"],
    },
    linux: {
      programs: ["chromium", "chromium-browser"],
      dataFolders: ["$XDG_CONFIG_HOME/chromium", "~/snap/chromium/common/chromium"],
    },
  },
  firefox: {
    title: "Firefox",
    engine: "firefox",
    privateWindow: "--private-window",
    macos: { bundleId: "org.mozilla.firefox", dataFolders: ["~/Library/Application Support/Firefox"] },
    windows: {
      programs: [
        "%ProgramFiles%\\Mozilla Firefox\\firefox.exe",
        "%ProgramFiles(x86)%\\Mozilla Firefox\\firefox.exe",
        "%LOCALAPPDATA%\\Mozilla Firefox\\firefox.exe",
      ],
      dataFolders: ["%APPDATA%\\Mozilla\\Firefox"],
    },
    linux: {
      programs: ["firefox", "firefox-esr"],
      dataFolders: ["~/.mozilla/firefox", "$XDG_CONFIG_HOME/mozilla/firefox", "~/snap/firefox/common/.mozilla/firefox"],
    },
  },
  zen: {
    title: "Zen",
    engine: "firefox",
    privateWindow: "--private-window",
    macos: { bundleId: "app.zen-browser.zen", dataFolders: ["~/Library/Application Support/zen"] },
    windows: {
      programs: ["%ProgramFiles%\\Zen Browser\\zen.exe", "%LOCALAPPDATA%\\Programs\\Zen Browser\\zen.exe"],
      dataFolders: ["%APPDATA%\\zen"],
    },
    linux: { programs: ["zen-browser", "zen"], dataFolders: ["~/.zen", "$XDG_CONFIG_HOME/zen"] },
  },
} as const satisfies Record<string, Browser>;

export type BrowserId = keyof typeof BROWSERS;

/** The browsers with profiles as Chromium has them. */
export const CHROMIUM_BROWSERS = ["chrome", "edge", "brave", "vivaldi", "chromium"] as const satisfies BrowserId[];

/** The browsers with profiles and containers as Firefox has them. */
export const FIREFOX_BROWSERS = ["firefox", "zen"] as const satisfies BrowserId[];

/** Every browser of the table, in the order in which a list shows them. */
export const BROWSER_IDS = [...CHROMIUM_BROWSERS, ...FIREFOX_BROWSERS] as const;
