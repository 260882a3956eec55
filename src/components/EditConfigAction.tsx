import { Action, Icon } from "@raycast/api";
import { editConfig, editConfigTitle, type PlaceToEdit } from "../launcher/edit-config";
import { SHORTCUTS } from "../launcher/shortcuts";

/** Opens a config file in the editor, at the line that is meant. */
export function EditConfigAction({ place }: { readonly place: PlaceToEdit }) {
  return (
    <Action
      title={editConfigTitle(place)}
      icon={Icon.Pencil}
      shortcut={SHORTCUTS.editConfig}
      onAction={() => editConfig(place)}
    />
  );
}
