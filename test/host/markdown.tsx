import type { ReactElement } from "react";

/** Markdown drawn plainly: headings as headings, fenced code as code, every other block as the text it is. */
export function Markdown({ text }: { text: string }): ReactElement[] {
  const blocks = text.split(/(^```[^]*?^```$)|\n{2,}/m).filter((block) => block?.trim());
  return blocks.map((block, index) => {
    const [, hashes, title] = /^(#{1,6}) (.*)$/m.exec(block) ?? [];
    if (block.startsWith("```")) return <pre key={index}>{block.replaceAll(/^```.*\n?/gm, "").trimEnd()}</pre>;
    if (hashes === undefined) return <p key={index}>{unescaped(block.trim())}</p>;
    const rest = block.replace(/^#{1,6} .*$/m, "").trim();
    return (
      <section key={index}>
        <div role="heading" aria-level={hashes.length}>
          {unescaped(title ?? "")}
        </div>
        {rest !== "" && <p>{unescaped(rest)}</p>}
      </section>
    );
  });
}

/** A backslash before punctuation stands for that character itself (CommonMark, "Backslash escapes"). */
function unescaped(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");
}
