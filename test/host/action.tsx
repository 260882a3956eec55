import type * as Raycast from "@raycast/api";
import { type ReactElement, useContext } from "react";
import { PanelItem } from "./action-panel";
import { Clipboard } from "./clipboard";
import { FormContext } from "./form-registry";
import { host } from "./host";
import { Icon } from "./icon";
import { useNavigation } from "./navigation";
import { open, showInFinder, trash } from "./open";
import { closeMainWindow, showHUD } from "./window";

// Declared enums are class-like types that no object literal satisfies.
const Style = { Regular: "regular", Destructive: "destructive" } as unknown as typeof Raycast.Action.Style;
const Type = { Date: "date", DateTime: "datetime" } as unknown as typeof Raycast.Action.PickDate.Type;

function PlainAction({ title, icon, shortcut, style, onAction }: Raycast.Action.Props): ReactElement {
  return <PanelItem title={title} icon={icon} shortcut={shortcut} style={style} onTrigger={() => onAction?.()} />;
}

function CopyToClipboard(props: Raycast.Action.CopyToClipboard.Props): ReactElement {
  const { title = "Copy to Clipboard", icon = Icon.Clipboard, shortcut, content, onCopy } = props;
  const concealed = props.concealed ?? props.transient ?? false;
  const copy = async () => {
    await Clipboard.copy(content, { concealed });
    onCopy?.(content);
    await showHUD("Copied to Clipboard");
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={() => void copy()} />;
}

function Paste(props: Raycast.Action.Paste.Props): ReactElement {
  const { title = "Paste in Active App", icon = Icon.Clipboard, shortcut, content, onPaste } = props;
  const paste = async () => {
    await Clipboard.paste(content);
    onPaste?.(content);
    await closeMainWindow();
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={() => void paste()} />;
}

function Open({
  title,
  icon = Icon.Finder,
  shortcut,
  target,
  application,
  onOpen,
}: Raycast.Action.Open.Props): ReactElement {
  const openTarget = async () => {
    await open(target, application);
    onOpen?.(target);
    await closeMainWindow();
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={() => void openTarget()} />;
}

function OpenInBrowser(props: Raycast.Action.OpenInBrowser.Props): ReactElement {
  const { title = "Open in Browser", icon = Icon.Globe, shortcut, url, onOpen } = props;
  const openUrl = async () => {
    await open(url);
    onOpen?.(url);
    await closeMainWindow();
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={() => void openUrl()} />;
}

function OpenWith(props: Raycast.Action.OpenWith.Props): ReactElement {
  const { title = "Open With", icon = Icon.Upload, shortcut, path, onOpen } = props;
  const openPath = async () => {
    await open(path, host.applications[0]);
    onOpen?.(path);
    await closeMainWindow();
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={() => void openPath()} />;
}

function ShowInFinder(props: Raycast.Action.ShowInFinder.Props): ReactElement {
  const { title = "Show in Finder", icon = Icon.Finder, shortcut, path, onShow } = props;
  const show = async () => {
    await showInFinder(path);
    onShow?.(path);
    await closeMainWindow();
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={() => void show()} />;
}

function Trash(props: Raycast.Action.Trash.Props): ReactElement {
  const { title = "Move to Trash", icon = Icon.Trash, shortcut, paths, onTrash } = props;
  const moveToTrash = async () => {
    await trash(paths);
    onTrash?.(paths);
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={() => void moveToTrash()} />;
}

function Push({ title, icon, shortcut, target, onPush, onPop }: Raycast.Action.Push.Props): ReactElement {
  const navigation = useNavigation();
  const push = () => {
    navigation.push(target, onPop);
    onPush?.();
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={push} />;
}

function SubmitForm<Values extends Raycast.Form.Values>(props: Raycast.Action.SubmitForm.Props<Values>): ReactElement {
  const { title = "Submit Form", icon, shortcut, style, onSubmit } = props;
  const form = useContext(FormContext);
  if (form === undefined) throw new Error(`Action.SubmitForm "${title}" is drawn outside of a Form`);
  const submit = () => {
    form.store();
    // The caller names the type it expects, and Raycast does not check it either.
    void onSubmit?.(form.values() as Values);
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} style={style} onTrigger={submit} />;
}
SubmitForm.displayName = "Action.SubmitForm";

function CreateQuicklink(props: Raycast.Action.CreateQuicklink.Props): ReactElement {
  const { title = "Create Quicklink", icon = Icon.Link, shortcut, quicklink } = props;
  const create = () => {
    host.quicklinks.push(quicklink);
  };
  return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={create} />;
}

/** An action that the launcher carries out by itself, with no trace the extension could see. */
function launcherAction(defaultTitle: string, defaultIcon: Raycast.Icon) {
  return function LauncherAction(
    props: Partial<Pick<Raycast.Action.Props, "title" | "icon" | "shortcut">>,
  ): ReactElement {
    const { title = defaultTitle, icon = defaultIcon, shortcut } = props;
    return <PanelItem title={title} icon={icon} shortcut={shortcut} onTrigger={() => undefined} />;
  };
}

function isFullDay(date?: Date | null): boolean {
  return date !== undefined && date !== null && date.getHours() + date.getMinutes() + date.getSeconds() === 0;
}

/** What a user can do with the selected item, the form or the detail. */
export const Action: typeof Raycast.Action = Object.assign(PlainAction, {
  Style,
  CopyToClipboard,
  Paste,
  Open,
  OpenInBrowser,
  OpenWith,
  ShowInFinder,
  Trash,
  Push,
  SubmitForm,
  CreateQuicklink,
  CreateSnippet: launcherAction("Create Snippet", Icon.Snippets),
  InstallMCPServer: launcherAction("Install MCP Server", Icon.Plug),
  ToggleQuickLook: launcherAction("Quick Look", Icon.Eye),
  PickDate: Object.assign(launcherAction("Pick Date", Icon.Calendar), { Type, isFullDay }),
});
