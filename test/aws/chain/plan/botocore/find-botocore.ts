import { spawnSync } from "node:child_process";
import { sayWhatIsSkipped } from "../../../../required-tools";

/** A Python that can import botocore. */
export interface Botocore {
  readonly python: string;
  readonly version: string;
}

/** Debian's Python has python3-botocore; another one, such as a version manager's, may stand in front of it in PATH. */
const PYTHONS = ["/usr/bin/python3", "python3"];

let found: Botocore | undefined;

/** The botocore of this machine, or nothing where no Python has one. */
export function findBotocore(): Botocore | undefined {
  for (const python of found ? [] : PYTHONS) {
    const { status, stdout } = spawnSync(python, ["-c", "import botocore; print(botocore.__version__)"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    if (status === 0) {
      found = { python, version: stdout.trim() };
      break;
    }
  }
  return found;
}

/**
 * Whether no Python has botocore, for `describe.skipIf(isBotocoreMissing("the comparison with botocore"))`.
 * Says so in one line.
 *
 * @param what Names what is skipped without it.
 * @throws Error instead of letting tests be skipped, when REQUIRE_ALL_TOOLS=1.
 */
export function isBotocoreMissing(what: string): boolean {
  if (findBotocore()) return false;
  sayWhatIsSkipped([`skipped: ${what}, because no python3 can import \`botocore\` (Debian package: python3-botocore)`]);
  return true;
}
