import type * as Raycast from "@raycast/api";
import { host } from "./host";

const style = { Success: "SUCCESS", Failure: "FAILURE", Animated: "ANIMATED" };

/** A message at the bottom of the window. Every state that a user could see is on record in `host.toasts`. */
export class Toast {
  // A declared enum is a class-like type that no object literal satisfies.
  static readonly Style = style as unknown as typeof Raycast.Toast.Style;

  #options: Raycast.Toast.Options;
  #shown = false;
  #recording = false;

  constructor(options: Raycast.Toast.Options) {
    if (!options.title) throw new Error("A toast needs a title");
    this.#options = { ...options };
  }

  get style(): Raycast.Toast.Style {
    return this.#options.style ?? Toast.Style.Success;
  }

  set style(style: Raycast.Toast.Style) {
    this.#change({ style });
  }

  get title(): string {
    return this.#options.title;
  }

  set title(title: string) {
    this.#change({ title });
  }

  get message(): string | undefined {
    return this.#options.message;
  }

  set message(message: string | undefined) {
    this.#change({ message });
  }

  get primaryAction(): Raycast.Toast.ActionOptions | undefined {
    return this.#options.primaryAction;
  }

  set primaryAction(primaryAction: Raycast.Toast.ActionOptions | undefined) {
    this.#change({ primaryAction });
  }

  get secondaryAction(): Raycast.Toast.ActionOptions | undefined {
    return this.#options.secondaryAction;
  }

  set secondaryAction(secondaryAction: Raycast.Toast.ActionOptions | undefined) {
    this.#change({ secondaryAction });
  }

  async show(): Promise<void> {
    const { commandMode } = host.environment;
    // Clicking an item may unload the command, and then nothing ends the animation.
    if (commandMode === "menu-bar" && this.style === Toast.Style.Animated) {
      host.warn(`The animated toast "${this.title}" of a menu-bar command may stay for good`);
    }
    this.#shown = true;
    host.visibleToast = asRaycastToast(this);
    this.#record();
  }

  async hide(): Promise<void> {
    this.#shown = false;
    if (host.visibleToast === asRaycastToast(this)) host.visibleToast = undefined;
    host.changed();
  }

  #change(change: { [Option in keyof Raycast.Toast.Options]?: Raycast.Toast.Options[Option] | undefined }): void {
    // The setters of Raycast take undefined where its options only take absence.
    this.#options = { ...this.#options, ...change } as Raycast.Toast.Options;
    if (!this.#shown || this.#recording) return;
    // A command sets style, title and message one after the other; the user sees them change at once.
    this.#recording = true;
    queueMicrotask(() => {
      this.#recording = false;
      this.#record();
    });
  }

  #record(): void {
    const { style, title, message, primaryAction, secondaryAction } = this;
    host.toasts.push({ style, title, message, primaryAction, secondaryAction });
    host.changed();
  }
}

// Raycast's class has private members, so that no other class is assignable to it.
function asRaycastToast(toast: Toast): Raycast.Toast {
  return toast as unknown as Raycast.Toast;
}

/** Shows a toast in place of the one that may be visible. */
export const showToast: typeof Raycast.showToast = async (
  optionsOrStyle: Raycast.Toast.Options | Raycast.Toast.Style,
  title?: string,
  message?: string,
) => {
  const options =
    typeof optionsOrStyle === "object"
      ? optionsOrStyle
      : { style: optionsOrStyle, title: title ?? "", ...(message === undefined ? {} : { message }) };
  const toast = new Toast(options);
  await toast.show();
  return asRaycastToast(toast);
};
