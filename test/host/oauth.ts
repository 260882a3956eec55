/** There is no one to authorize with here; `@raycast/utils` imports the name all the same. */
export const OAuth = {
  RedirectMethod: { Web: "web", App: "app", AppURI: "appURI" },
  PKCEClient: class {
    constructor() {
      throw new Error("The headless host has no OAuth");
    }
  },
};
