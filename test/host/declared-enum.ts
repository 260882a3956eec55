import type * as Raycast from "@raycast/api";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Enums at the top level of `@raycast/api`, by name. */
interface DeclaredEnums {
  Color: typeof Raycast.Color;
  Icon: typeof Raycast.Icon;
  LaunchType: typeof Raycast.LaunchType;
  PopToRootType: typeof Raycast.PopToRootType;
}

const types = createRequire(import.meta.url).resolve("@raycast/api/types/index.d.ts");
const declarations = readFileSync(types, "utf8").replaceAll(/\/\*[^]*?\*\//g, "");

/**
 * An enum of `@raycast/api` as it is at run time, read out of the declarations of the npm package. So it has every
 * member with its real value, and a member that Raycast does not have is undefined here too.
 */
export function declaredEnum<Name extends keyof DeclaredEnums>(name: Name): DeclaredEnums[Name] {
  const body = new RegExp(`export declare enum ${name} \\{([^}]*)\\}`).exec(declarations)?.[1];
  if (body === undefined) throw new Error(`@raycast/api declares no enum ${name}`);
  const members = [...body.matchAll(/(\w+) = "([^"]*)"/g)].map(([, member, value]) => [member, value]);
  // A declared enum is a class-like type that no object literal satisfies; the declarations were its source, though.
  return Object.fromEntries(members) as DeclaredEnums[Name];
}
