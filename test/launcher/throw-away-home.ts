import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished, vi } from "vitest";

/** The home folder of one test, with a folder for programs that stand in for browsers. */
export interface ThrowAwayHome {
  readonly folder: string;
  /** Writes a file below the home folder. */
  write(file: string, text: string): Promise<void>;
  /** Puts a shell script of this name where `PATH` finds it. */
  install(program: string, script?: string): Promise<string>;
}

/** Makes a home folder, lets `HOME` and the front of `PATH` point to it, and removes it after the test. */
export async function throwAwayHome(): Promise<ThrowAwayHome> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-browser-"));
  const programs = path.join(folder, "bin");
  vi.stubEnv("HOME", folder);
  vi.stubEnv("XDG_CONFIG_HOME", undefined);
  vi.stubEnv("PATH", `${programs}${path.delimiter}${process.env.PATH}`);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
  const write = async (file: string, text: string): Promise<void> => {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  };
  return {
    folder,
    write,
    async install(program, script = "") {
      await write(path.join("bin", program), `#!/bin/sh\n${script}\n`);
      await chmod(path.join(programs, program), 0o755);
      return path.join(programs, program);
    },
  };
}
