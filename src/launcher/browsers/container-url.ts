import { type ContainerColor } from "./container-color";
import { type ContainerIcon } from "./container-icon";

/** A container and what to open in it. A container that is not there yet is made, with this color and icon. */
export interface ContainerTab {
  readonly name: string;
  readonly color?: ContainerColor;
  readonly icon?: ContainerIcon;
  readonly url: string;
}

/**
 * The address that opens another one in a container of Firefox. The add-on "Open external links in a container"
 * (`open-url-in-container` on addons.mozilla.org, GitHub: honsiorovskyi/open-url-in-container, continued as
 * kud/webextension-container-scheme) handles it; without it Firefox says that it does not know the address. The add-on
 * reads the part behind the colon as a query, so that every field is escaped: a container named `a&b+c` would else be
 * named `a`.
 *
 * @returns an address that holds the one to open, and so is as secret as that
 * @throws URIError where a field holds half a surrogate pair, without quoting it
 */
export function containerUrl({ name, color, icon, url }: ContainerTab): string {
  const fields = Object.entries({ name, color, icon, url }).flatMap(([field, value]) =>
    value === undefined ? [] : [`${field}=${encodeURIComponent(value)}`],
  );
  return `ext+container:${fields.join("&")}`;
}
