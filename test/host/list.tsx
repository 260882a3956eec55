import type * as Raycast from "@raycast/api";
import {
  type ReactElement,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { ActionBar, closeSubmenu, triggerAction } from "./action-panel";
import { Dropdown } from "./dropdown";
import { host } from "./host";
import { useInitialFocus } from "./initial-focus";
import { pressedKeys } from "./keyboard";
import { ListContext } from "./list-context";
import { ListEmptyView } from "./list-empty-view";
import { ListItem } from "./list-item";
import { matchesSearch } from "./list-search";
import { useView, useViewKeys } from "./view";

function ListView(props: Raycast.List.Props): ReactElement {
  const {
    isLoading = false,
    navigationTitle,
    searchBarPlaceholder,
    searchBarAccessory,
    isShowingDetail = false,
    pagination,
  } = props;
  const view = useView("List");
  const element = useRef<HTMLDivElement>(null);
  const [actionBar, setActionBar] = useState<HTMLElement | null>(null);
  const [detailPane, setDetailPane] = useState<HTMLElement | null>(null);
  if (view.isRoot && navigationTitle) host.warn("The root view sets a navigationTitle");
  if (searchBarPlaceholder === undefined) host.warn("A List has no searchBarPlaceholder");

  const { query, search } = useSearchText(props);
  const filters = props.filtering ?? props.enableFiltering ?? props.onSearchTextChange === undefined;
  const isListed = useCallback(
    (title: string, keywords: readonly string[]) => filters === false || matchesSearch(query, title, keywords),
    [filters, query],
  );
  const { selectedId, select, drawn, childrenChanged } = useSelection(element, props, query);
  const isEmpty = drawn !== undefined && drawn.ids.length === 0 && !(isLoading && query === "");

  useInitialFocus(element);

  const move = (step: number) => {
    const ids = drawn?.ids ?? [];
    const index = Math.max(0, Math.min(ids.length - 1, ids.indexOf(selectedId ?? "") + step));
    const id = ids[index];
    if (id !== undefined) select(id);
    if (index === ids.length - 1 && pagination?.hasMore) pagination.onLoadMore();
  };
  useViewKeys(view, (event) => {
    switch (pressedKeys(event)) {
      case "arrowDown":
        move(1);
        return true;
      case "arrowUp":
        move(-1);
        return true;
      case "escape":
        if (closeSubmenu(element.current)) return true;
        if (query === "") return false;
        search("");
        return true;
      default:
        return triggerAction(element.current, event, ["return", "cmd+return"]);
    }
  });

  const list = useMemo(
    () => ({ selectedId, isEmpty, isShowingDetail, isListed, select, childrenChanged, actionBar, detailPane }),
    [selectedId, isEmpty, isShowingDetail, isListed, select, childrenChanged, actionBar, detailPane],
  );
  return (
    <ListContext value={list}>
      <div ref={element}>
        <input
          type="search"
          aria-label="Search"
          placeholder={searchBarPlaceholder ?? "Search…"}
          data-autofocus
          value={query}
          onChange={(event) => search(event.target.value)}
        />
        {searchBarAccessory}
        <ul role="listbox" aria-label={navigationTitle ?? "List"} aria-busy={isLoading}>
          {props.children}
          {isEmpty && drawn.hasEmptyView === false && (
            <li role="presentation">
              <div role="status" aria-label="No Results">
                <strong>No Results</strong>
              </div>
            </li>
          )}
        </ul>
        {isShowingDetail && <section aria-label="Detail pane" ref={setDetailPane} />}
        <ActionBar ref={setActionBar}>{isEmpty && !drawn.hasEmptyView && props.actions}</ActionBar>
      </div>
    </ListContext>
  );
}

/** The text of the search bar, which the extension may control. */
function useSearchText({ searchText, onSearchTextChange }: Raycast.List.Props) {
  const [typed, setTyped] = useState("");
  const search = (text: string) => {
    setTyped(text);
    onSearchTextChange?.(text);
  };
  return { query: searchText ?? typed, search };
}

/** What a list has drawn. */
interface DrawnItems {
  ids: string[];
  hasEmptyView: boolean;
}

function drawnItems(list: HTMLElement): DrawnItems {
  const ids = [...list.querySelectorAll<HTMLElement>('[role="option"]')].map((option) => option.dataset.id ?? "");
  const seen = new Set<string>();
  const duplicate = ids.find((id) => seen.size === seen.add(id).size);
  if (duplicate !== undefined) throw new Error(`Two items of the list have the id "${duplicate}"`);
  return { ids, hasEmptyView: list.querySelector("[data-empty-view]") !== null };
}

/**
 * Which item is selected. Items come from components the list cannot look into, so it reads from the document which
 * ones there are and in which order, each time they have changed.
 */
function useSelection(element: { current: HTMLElement | null }, props: Raycast.List.Props, query: string) {
  const { selectedItemId, onSelectionChange } = props;
  const [drawn, setDrawn] = useState<DrawnItems>();
  const [wanted, setWanted] = useState<string | undefined>(selectedItemId);
  const [, childrenChanged] = useReducer((count: number) => count + 1, 0);

  useLayoutEffect(() => {
    if (element.current === null) return;
    const now = drawnItems(element.current);
    setDrawn((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
  });
  useLayoutEffect(() => setWanted(selectedItemId), [selectedItemId]);
  // A new search selects its best match, as in Raycast.
  useLayoutEffect(() => {
    if (query !== "") setWanted(undefined);
  }, [query]);

  const ids = drawn?.ids ?? [];
  const selectedId = (wanted !== undefined && ids.includes(wanted) ? wanted : ids[0]) ?? null;
  const report = useRef(onSelectionChange);
  report.current = onSelectionChange;
  const isDrawn = drawn !== undefined;
  useEffect(() => {
    if (isDrawn) report.current?.(selectedId);
  }, [isDrawn, selectedId]);
  return { drawn, selectedId, select: setWanted, childrenChanged };
}

function Section({ title, subtitle, children }: Raycast.List.Section.Props): ReactElement {
  return (
    <li role="presentation">
      {title !== undefined && <h2>{title}</h2>}
      {subtitle !== undefined && <small>{subtitle}</small>}
      <ul role="group" aria-label={title}>
        {children}
      </ul>
    </li>
  );
}

/** A searchable list of items. */
export const List: typeof Raycast.List = Object.assign(ListView, {
  Item: ListItem,
  Section,
  EmptyView: ListEmptyView,
  Dropdown,
});
