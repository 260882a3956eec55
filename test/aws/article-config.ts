import { readFileSync } from "node:fs";

/** The config file of issue 2: user A → role in account B → role in account C. */
export const articleConfig = readFileSync(new URL("../fixtures/article.config", import.meta.url), "utf8");
