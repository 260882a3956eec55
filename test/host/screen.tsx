import { type ReactElement, useEffect, useSyncExternalStore } from "react";
import { host } from "./host";
import { pressedKeys } from "./keyboard";
import { NavigationStack } from "./navigation";

/** All that the launcher draws for a command: its views, and above them the toast and the confirmation. */
export function Screen({ command }: { command: ReactElement }): ReactElement {
  useSyncExternalStore(host.subscribe, host.revision);
  return (
    <>
      <NavigationStack root={command} />
      <VisibleToast />
      <OpenAlert />
    </>
  );
}

function VisibleToast(): ReactElement | null {
  const toast = host.visibleToast;
  if (toast === undefined) return null;
  const actions = [toast.primaryAction, toast.secondaryAction].filter((action) => action !== undefined);
  return (
    <div role="status" aria-label="Toast" data-style={toast.style}>
      <strong>{toast.title}</strong>
      {toast.message !== undefined && <p>{toast.message}</p>}
      {actions.map((action) => (
        <button key={action.title} type="button" onClick={() => action.onAction(toast)}>
          {action.title}
        </button>
      ))}
    </div>
  );
}

function OpenAlert(): ReactElement | null {
  const { open } = host.alerts;
  useEffect(() => {
    if (open === undefined) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const keys = pressedKeys(event);
      if (keys !== "return" && keys !== "escape") return;
      event.preventDefault();
      open.answer(keys === "return");
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open]);

  if (open === undefined) return null;
  const { title, message, primaryAction, dismissAction } = open.options;
  return (
    <div role="alertdialog" aria-label={title}>
      <strong>{title}</strong>
      {message !== undefined && <p>{message}</p>}
      <button type="button" onClick={() => open.answer(true)}>
        {primaryAction?.title ?? "Confirm"}
      </button>
      <button type="button" onClick={() => open.answer(false)}>
        {dismissAction?.title ?? "Cancel"}
      </button>
    </div>
  );
}
