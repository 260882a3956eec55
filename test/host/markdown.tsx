import type { ReactElement } from "react";

/** Markdown drawn plainly: headings as headings, fenced code as code, every other block as the text it is. */
export function Markdown({ text }: { text: string }): ReactElement[] {
  const blocks = text.split(/(^```[^]*?^```$)|\n{2,}/m).filter((block) => block?.trim());
  return blocks.map((block, index) => {
    const [, hashes, title] = /^(#{1,6}) (.*)$/m.exec(block) ?? [];
    if (block.startsWith("```")) return <pre key={index}>{block.replaceAll(/^```.*\n?/gm, "").trimEnd()}</pre>;
    if (hashes === undefined) return <p key={index}>{block.trim()}</p>;
    const rest = block.replace(/^#{1,6} .*$/m, "").trim();
    return (
      <section key={index}>
        <div role="heading" aria-level={hashes.length}>
          {title}
        </div>
        {rest !== "" && <p>{rest}</p>}
      </section>
    );
  });
}
