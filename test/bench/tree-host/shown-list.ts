import { matchesSearch } from "../../host/list-search";
import { type TreeNode } from "./tree-root";

/** What the launcher shows of a tree with a list in it. */
export interface ShownList {
  /** Rows that were drawn. */
  readonly drawn: readonly TreeNode[];
  /** Titles of those that the user sees: where the list leaves filtering to the launcher, those that match the search. */
  readonly titles: readonly string[];
  readonly isLoading: boolean;
  /** Whether the list leaves filtering to the launcher. */
  readonly isFilteredByHost: boolean;
  readonly onSearchTextChange: (text: string) => void;
}

/** Reads the list that was drawn. */
export function shownList(tree: TreeNode, search: string): ShownList {
  const list = descendants(tree, "List").at(-1);
  const drawn = list ? descendants(list, "List.Item") : [];
  const { filtering, isLoading, onSearchTextChange } = list?.props ?? {};
  const isFilteredByHost = filtering === undefined ? onSearchTextChange === undefined : filtering !== false;
  const matches = (row: TreeNode): boolean => search === "" || matchesSearch(search, titleOf(row), keywordsOf(row));
  return {
    drawn,
    titles: (isFilteredByHost ? drawn.filter(matches) : drawn).map(titleOf),
    isLoading: isLoading === true,
    isFilteredByHost,
    onSearchTextChange: (text) => typeof onSearchTextChange === "function" && onSearchTextChange(text),
  };
}

/** Those of a type, none within another. */
function descendants(node: TreeNode, type: string): readonly TreeNode[] {
  return node.children.flatMap((child) => (child.type === type ? [child] : descendants(child, type)));
}

function titleOf({ props: { title } }: TreeNode): string {
  return typeof title === "object" && title !== null && "value" in title ? String(title.value) : String(title);
}

function keywordsOf({ props: { keywords } }: TreeNode): readonly string[] {
  return Array.isArray(keywords) ? keywords.map(String) : [];
}
