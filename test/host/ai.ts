/** There is no model to ask here; `@raycast/utils` imports the name all the same. */
export const AI = {
  ask(): never {
    throw new Error("The headless host has no AI");
  },
};
