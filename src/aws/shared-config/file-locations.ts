import path from "node:path";

/** Where one of the shared files is. */
export interface FileLocation {
  /** The path to open. */
  readonly path: string;
  /** The path as whoever chose it wrote it, for messages: `~/.aws/config`. */
  readonly shown: string;
  readonly chosenBy: "preference" | "variable" | "default";
}

export interface FileLocations {
  readonly config: FileLocation;
  readonly credentials: FileLocation;
}

/** What a path may refer to: the home folder and the environment variables of a user. */
export interface PathSurroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The home folder where no variable names one. */
  readonly fallbackHome: string;
}

/** Paths that the user chose in place of AWS's own; a blank one is no choice. */
export interface FilePreferences {
  readonly configFile?: string;
  readonly credentialsFile?: string;
}

/**
 * Where the shared files are: at the user's preference, else where `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`
 * say, else under `~/.aws` (AWS SDKs and Tools Reference Guide, "Location of the shared files"). A preference or
 * variable that is empty counts as absent. Nothing is looked up on the disk.
 */
export function fileLocations(preferences: FilePreferences, surroundings: PathSurroundings): FileLocations {
  const { variables } = surroundings;
  const locate = (preference: string | undefined, variable: string | undefined, byDefault: string): FileLocation => {
    const preferred = preference?.trim();
    const shown = preferred || variable || byDefault;
    return {
      path: expandPath(shown, surroundings),
      shown,
      chosenBy: preferred ? "preference" : variable ? "variable" : "default",
    };
  };
  return {
    config: locate(preferences.configFile, variables.AWS_CONFIG_FILE, "~/.aws/config"),
    credentials: locate(preferences.credentialsFile, variables.AWS_SHARED_CREDENTIALS_FILE, "~/.aws/credentials"),
  };
}

/**
 * The path behind one that was written with variables (`$NAME`, `${NAME}`, on Windows `%NAME%` too) or a leading `~`:
 * variables first, then `~`, as the AWS CLI does with Python's `expandvars` and `expanduser`. What is unknown stays as
 * written; a relative path stays relative.
 */
export function expandPath(written: string, surroundings: PathSurroundings): string {
  const isWindows = surroundings.platform === "win32";
  const expanded = expandVariables(written, surroundings);
  const belowHome = (isWindows ? /^~(?=$|[/\\])/ : /^~(?=$|\/)/).test(expanded);
  if (!belowHome) return expanded;
  return (isWindows ? path.win32 : path.posix).join(homeFolder(surroundings), expanded.slice(1));
}

function expandVariables(written: string, { variables, platform }: PathSurroundings): string {
  const references = platform === "win32" ? /\$\w+|\$\{[^}]*\}|%[^%]+%/g : /\$\w+|\$\{[^}]*\}/g;
  return written.replace(references, (reference) => {
    const name = reference.replace(/^\$\{?|^%|[}%]$/g, "");
    // Own properties only: `$constructor` is no variable.
    return (Object.hasOwn(variables, name) ? variables[name] : undefined) ?? reference;
  });
}

/** The order is that of the AWS SDKs' file location tests. */
function homeFolder({ variables, platform, fallbackHome }: PathSurroundings): string {
  const { HOME, USERPROFILE, HOMEDRIVE = "", HOMEPATH } = variables;
  if (HOME) return HOME;
  if (platform !== "win32") return fallbackHome;
  return USERPROFILE || (HOMEPATH ? HOMEDRIVE + HOMEPATH : fallbackHome);
}
