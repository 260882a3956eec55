import { Window } from "happy-dom";
import { populateGlobal } from "vitest/runtime";

// A launcher's commands run on Node: they have its fetch and its URLs, and no browser's. vitest's environment happy-dom
// would put a browser's in front of them, whose fetch wants CORS headers that AWS does not send. So only the DOM comes
// from happy-dom here. To be imported before anything that draws.
populateGlobal(globalThis, new Window({ url: "http://localhost/" }), { bindFunctions: true });
