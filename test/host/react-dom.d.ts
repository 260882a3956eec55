// The project has no @types/react-dom; this is the one function of react-dom that the host calls.
declare module "react-dom" {
  import type { ReactNode, ReactPortal } from "react";
  export function createPortal(children: ReactNode, container: Element): ReactPortal;
}
