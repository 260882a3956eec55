import type * as Raycast from "@raycast/api";
import { defaultEnvironment } from "./environment-defaults";
import { extension } from "./manifest";

/** What a toast shows at one moment. */
export interface ToastState {
  style: Raycast.Toast.Style;
  title: string;
  message: string | undefined;
  primaryAction: Raycast.Toast.ActionOptions | undefined;
  secondaryAction: Raycast.Toast.ActionOptions | undefined;
}

/** Text that the command put on the clipboard or pasted into the frontmost application. */
export interface ClipboardEntry {
  content: string;
  /** Whether the clipboard history was told to leave the entry out. */
  concealed: boolean;
}

/** A file or URL that the command asked the operating system to open. */
export interface OpenedTarget {
  target: string;
  application: Raycast.Application | string | undefined;
}

/** A confirmation that waits for the user's answer. */
export interface OpenAlert {
  options: Raycast.Alert.Options;
  answer: (confirmed: boolean) => void;
}

/** The confirmations a command asked for, and the answers a test prepared. */
export class Alerts {
  readonly shown: Raycast.Alert.Options[] = [];
  /** Answers given, in this order, to the next alerts; an alert without one stays open until the user answers. */
  readonly answers: boolean[] = [];
  open: OpenAlert | undefined;

  /** Prepares the answer to the next alert that has none yet. */
  answerNext(confirmed: boolean): void {
    this.answers.push(confirmed);
  }
}

type Launch = Parameters<typeof Raycast.launchCommand>[0];
type Quicklink = Raycast.Action.CreateQuicklink.Props["quicklink"];

/** What the launcher would have done for the user, on record, and what a test may set beforehand. */
class HeadlessHost {
  readonly toasts: ToastState[] = [];
  /** The toast on the screen, if any. */
  visibleToast: Raycast.Toast | undefined;
  readonly huds: string[] = [];
  readonly clipboard: ClipboardEntry[] = [];
  readonly pasted: ClipboardEntry[] = [];
  readonly opened: OpenedTarget[] = [];
  /** What the operating system has nothing for; a test sets it. */
  cannotOpen: (target: string) => boolean = () => false;
  readonly localStorage = new Map<string, Raycast.LocalStorage.Value>();
  /** Contents of the plain-file caches, by namespace; the namespace of a cache without one is the empty string. */
  readonly caches = new Map<string, Map<string, string>>();
  /** Values that a field or dropdown with `storeValue` keeps, by field id. */
  readonly storedValues = new Map<string, unknown>();
  windowClosed = false;
  /** Whether the command stays as it is behind the closed window, whatever the user's settings say. */
  suspended = false;
  poppedToRoot = false;
  readonly launchedCommands: Launch[] = [];
  readonly quicklinks: Quicklink[] = [];
  readonly trashed: string[] = [];
  readonly exceptions: unknown[] = [];
  readonly alerts = new Alerts();
  /** The installed applications; the first is the default one. */
  readonly applications: Raycast.Application[] = [];
  /** The subtitle set by `updateCommandMetadata`. */
  commandSubtitle: string | undefined;
  preferencesOpened = false;
  /** What `getPreferenceValues` returns; starts with the defaults of the manifest. */
  preferences: Raycast.PreferenceValues = extension.preferenceDefaults();
  /** The object that commands import as `environment`; a test may set any of its members. */
  readonly environment: Raycast.Environment = defaultEnvironment();

  readonly #warnings = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #revision = 0;

  /** Breaches of Raycast's guidelines (not of its API), each once. */
  get warnings(): string[] {
    return [...this.#warnings];
  }

  get supportPath(): string {
    return this.environment.supportPath;
  }

  set supportPath(path: string) {
    this.environment.supportPath = path;
  }

  get assetsPath(): string {
    return this.environment.assetsPath;
  }

  set assetsPath(path: string) {
    this.environment.assetsPath = path;
  }

  /** Notes a breach of Raycast's guidelines. */
  warn(warning: string): void {
    this.#warnings.add(warning);
  }

  /** Says that something the host draws has changed: the toast, an alert, the state of the window. */
  changed(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }

  // Arrow properties, because useSyncExternalStore calls them unbound.
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly revision = (): number => this.#revision;

  /** Forgets all records and puts every setting back, so that the next test starts in a fresh launcher. */
  reset(): void {
    for (const record of [this.toasts, this.huds, this.clipboard, this.pasted, this.opened, this.launchedCommands]) {
      record.length = 0;
    }
    for (const record of [
      this.quicklinks,
      this.trashed,
      this.exceptions,
      this.applications,
      this.alerts.shown,
      this.alerts.answers,
    ]) {
      record.length = 0;
    }
    this.localStorage.clear();
    this.caches.clear();
    this.storedValues.clear();
    this.visibleToast = undefined;
    this.alerts.open = undefined;
    this.cannotOpen = () => false;
    this.windowClosed = false;
    this.suspended = false;
    this.poppedToRoot = false;
    this.commandSubtitle = undefined;
    this.preferencesOpened = false;
    this.preferences = extension.preferenceDefaults();
    Object.assign(this.environment, defaultEnvironment());
    this.#warnings.clear();
    this.changed();
  }
}

/** The one launcher of this test file. */
export const host = new HeadlessHost();
