/** An XML element's content: text, or children by name. A child that is undefined is left out. */
export type XmlContent = string | { readonly [child: string]: XmlContent | undefined };

export function toXml(content: XmlContent): string {
  if (typeof content === "string") return escapeMarkup(content);
  return Object.entries(content)
    .map(([name, child]) => (child === undefined ? "" : `<${name}>${toXml(child)}</${name}>`))
    .join("");
}

/** Makes text safe inside XML or HTML, in content and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
