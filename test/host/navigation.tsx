import type * as Raycast from "@raycast/api";
import {
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { createPortal } from "react-dom";
import { host } from "./host";
import { focusField } from "./initial-focus";
import { pressedKeys } from "./keyboard";
import { type KeyHandler, ViewContext } from "./view";
import { popToRoot } from "./window";

const NavigationContext = createContext<Raycast.Navigation | undefined>(undefined);

/** Pushes views onto the launcher's own navigation stack and pops them. */
export const useNavigation: typeof Raycast.useNavigation = () => {
  const navigation = useContext(NavigationContext);
  if (navigation === undefined) throw new Error("useNavigation is called outside of a launched command");
  return navigation;
};

function isOfMenuBar(): boolean {
  return host.environment.commandMode === "menu-bar";
}

interface PushedView {
  key: number;
  element: ReactNode;
  onPop: (() => void) | undefined;
}

/** The window: the command's root view and all that it pushed. Only the topmost view is in the document. */
export function NavigationStack({ root }: { root: ReactElement }): ReactElement | null {
  const [window, setWindow] = useState<HTMLElement | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const pushed = useRef<PushedView[]>([]);
  const pushCount = useRef(0);
  const topKeys = useRef<RefObject<KeyHandler | undefined>>(undefined);
  useSyncExternalStore(host.subscribe, host.revision);

  const navigation = useMemo<Raycast.Navigation>(
    () => ({
      push(element, onPop) {
        if (isOfMenuBar()) throw new Error("A command of the menu bar has no views to push");
        pushCount.current += 1;
        pushed.current = [...pushed.current, { key: pushCount.current, element, onPop }];
        redraw();
      },
      pop() {
        const top = pushed.current.at(-1);
        if (top === undefined) {
          void popToRoot();
          return;
        }
        pushed.current = pushed.current.slice(0, -1);
        redraw();
        top.onPop?.();
      },
    }),
    [],
  );

  useEffect(() => {
    // On the document, since a key also counts while nothing in the window has the focus.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || host.poppedToRoot || host.alerts.open !== undefined) return;
      const handled = topKeys.current?.current?.(event) ?? false;
      if (!handled && pressedKeys(event) === "escape") navigation.pop();
      else if (!handled) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [navigation]);

  // The menu bar is not part of the window.
  if (host.poppedToRoot && !isOfMenuBar()) return null;
  const views = [{ key: 0, element: root }, ...pushed.current];
  return (
    <NavigationContext value={navigation}>
      <main ref={setWindow}>
        {window !== null &&
          views.map(({ key, element }, index) => (
            <StackedView
              key={key}
              window={window}
              isRoot={index === 0}
              isTop={index === views.length - 1}
              top={topKeys}
            >
              {element}
            </StackedView>
          ))}
      </main>
    </NavigationContext>
  );
}

interface StackedViewProps {
  window: HTMLElement;
  isRoot: boolean;
  isTop: boolean;
  top: RefObject<RefObject<KeyHandler | undefined> | undefined>;
  children: ReactNode;
}

/** A view in an element of its own, which leaves the document while another view covers it: mounted, but out of sight. */
function StackedView({ window, isRoot, isTop, top, children }: StackedViewProps): ReactNode {
  const [container] = useState(() => document.createElement("section"));
  const onKey = useRef<KeyHandler | undefined>(undefined);
  const focused = useRef<Element | null>(null);
  const view = useMemo(() => ({ isRoot, onKey }), [isRoot]);

  useLayoutEffect(() => {
    if (!isTop) return;
    window.append(container);
    top.current = onKey;
    // Back to where the user left the view.
    if (focused.current instanceof HTMLElement && container.contains(focused.current)) focused.current.focus();
    else focusField(container);
    return () => {
      focused.current = container.contains(document.activeElement) ? document.activeElement : null;
      container.remove();
    };
  }, [container, isTop, top, window]);

  return createPortal(<ViewContext value={view}>{children}</ViewContext>, container);
}
