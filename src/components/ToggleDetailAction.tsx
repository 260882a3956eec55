import { Action, Icon } from "@raycast/api";
import { type DetailToggle } from "../hooks/use-detail-toggle";
import { SHORTCUTS } from "../launcher/shortcuts";

/** Shows or hides what there is to say of the selected row. */
export function ToggleDetailAction({ isShowingDetail, toggleDetail }: DetailToggle) {
  return (
    <Action
      title={isShowingDetail ? "Hide Detail" : "Show Detail"}
      icon={isShowingDetail ? Icon.EyeDisabled : Icon.Sidebar}
      shortcut={SHORTCUTS.toggleDetail}
      onAction={toggleDetail}
    />
  );
}
