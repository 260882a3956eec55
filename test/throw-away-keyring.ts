import { accessSync, constants } from "node:fs";
import path from "node:path";

/** The daemons that {@link inThrowAwayKeyring} starts. */
export const KEYRING_TOOLS = ["dbus-daemon", "gnome-keyring-daemon"];

/**
 * Tells whether this machine can run a throw-away key store: Linux with a D-Bus daemon and gnome-keyring (Debian packages
 * `dbus`, `gnome-keyring`; keytar also needs `libsecret-1-0`).
 */
export function isKeyringAvailable(): boolean {
  return process.platform === "linux" && KEYRING_TOOLS.every(isOnPath);
}

/**
 * Wraps a command so that it runs with a real, unlocked OS key store that lives in the given folder only: a D-Bus session
 * of its own with a gnome-keyring behind it. Nothing else of the command's surroundings changes; the user's own keyring
 * is neither read nor written. Works without a terminal, without stdin and as root.
 *
 * The command replaces the shell that prepares all this, so that signals and its exit code are its own; the daemons end
 * shortly after it, however it ends. (`dbus-run-session` leaves both behind when it gets a signal.)
 *
 * @param folder is made if missing; give it again to find the same secrets again. Keep its path short: it holds sockets,
 *   whose paths end at 107 characters
 * @returns what to spawn instead of the command
 */
export function inThrowAwayKeyring(
  folder: string,
  command: string,
  args: string[],
): { command: string; args: string[] } {
  return {
    command: "sh",
    args: ["-c", START_KEYRING_AND_RUN, "throw-away-keyring", path.resolve(folder), command, ...args],
  };
}

// $1 is the folder, the rest is the command. The keyring's password is random, and read from a file by the daemon alone.
const START_KEYRING_AND_RUN = `
set -eu
folder=$1
shift
log=$folder/log
fail() { echo "The throw-away keyring did not start: $1" >&2; cat "$log" >&2; exit 1; }

mkdir -p "$folder"
mkdir -p -m 700 "$folder/data"
run=$(mktemp -d "$folder/run-XXXXXX") # its own each time: the daemons of the run before may still be on their way out
: >"$log"
[ -s "$folder/password" ] || (umask 077; od -An -N16 -tx1 /dev/urandom | tr -d ' \\n' >"$folder/password")

unset GNOME_KEYRING_CONTROL
export DBUS_SESSION_BUS_ADDRESS="unix:path=$run/bus"
bus=$(dbus-daemon --session --fork --nosyslog --print-pid --address="$DBUS_SESSION_BUS_ADDRESS" 2>>"$log") || fail dbus-daemon

# $$ stays the same when the command takes the shell's place; a zombie has no exe. The keyring ends with its bus.
(trap '' HUP INT TERM; (while [ -e "/proc/$$/exe" ]; do sleep 0.2; done; kill "$bus") &) </dev/null >/dev/null 2>&1

XDG_RUNTIME_DIR=$run XDG_DATA_HOME=$folder/data \\
  gnome-keyring-daemon --unlock --components=secrets <"$folder/password" >>"$log" 2>&1 || fail gnome-keyring-daemon
exec "$@"
`;

function isOnPath(tool: string): boolean {
  return (process.env["PATH"] ?? "").split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
