import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A home folder for one run of the demo. */
export interface DemoHome {
  readonly folder: string;
  remove(): Promise<void>;
}

const ARTICLE_CONFIG = path.join(__dirname, "..", "test", "fixtures", "article.config");

/** Makes a throw-away home whose `~/.aws/config` is the article's. */
export async function makeDemoHome(): Promise<DemoHome> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-demo-"));
  await mkdir(path.join(folder, ".aws"));
  await copyFile(ARTICLE_CONFIG, path.join(folder, ".aws", "config"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
