import { defineConfig, globalIgnores } from "eslint/config";
import raycastConfig from "@raycast/eslint-config";
import reactHooks from "eslint-plugin-react-hooks";

// Tools are commands whose user is a model.
const COMMANDS = [
  "**/open-aws-console",
  "**/copy-aws-credentials",
  "**/enter-mfa-code",
  "**/add-access-key",
  "**/aws-sessions",
  "**/tools/**",
];

// DESIGN: commands → components → hooks → launcher → aws. Each layer names what it must not reach up to.
const layer = (folder, forbidden, message) => ({
  files: [`src/${folder}/**`],
  rules: {
    "no-restricted-imports": ["error", { patterns: [{ group: forbidden, message }] }],
  },
});

export default defineConfig([
  globalIgnores(["dist", "assets", "demo/node_modules", "raycast-env.d.ts", "**/.termcast-bundle"]),
  ...raycastConfig,
  { files: ["src/**/*.{ts,tsx}"], ...reactHooks.configs.flat.recommended },
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  {
    files: ["src/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["@aws-sdk/*", "@smithy/*"],
              allowTypeImports: true,
              message: "The AWS SDK comes in as an AwsSdk, so that no command's bundle contains it.",
            },
          ],
        },
      ],
    },
  },
  layer("tools", ["**/components/**", "**/hooks/**", "react"], "Tools show nothing."),
  layer("components", COMMANDS, "Views know no commands."),
  layer("hooks", [...COMMANDS, "**/components/**"], "Hooks know no views."),
  layer("launcher", [...COMMANDS, "**/components/**", "**/hooks/**"], "Adapters know no views and no hooks."),
  layer(
    "aws",
    [
      "@raycast/*",
      "react",
      "react-dom",
      "@github/keytar",
      "node:fs",
      "node:fs/*",
      "node:os",
      "node:process",
      ...COMMANDS,
      "**/components/**",
      "**/hooks/**",
      "**/launcher/**",
    ],
    "The engine is free of launcher and React (DESIGN).",
  ),
  {
    files: ["src/aws/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "process", message: "The environment comes in as an argument." },
        { name: "console", message: "The engine reports by what it returns and throws." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The clock comes in as an argument." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The clock comes in as an argument.",
        },
      ],
    },
  },
]);
