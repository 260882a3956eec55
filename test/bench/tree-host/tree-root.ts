import { createContext, type ReactNode } from "react";
import createReconciler from "react-reconciler";
import {
  ConcurrentRoot,
  DefaultEventPriority,
  DiscreteEventPriority,
  NoEventPriority,
} from "react-reconciler/constants";

/** A host element as it is sent to the launcher; its functions stay behind, since JSON has none. */
export interface TreeNode {
  readonly type: string;
  props: Readonly<Record<string, unknown>>;
  readonly children: TreeNode[];
}

/** A tree of host elements that React draws into, as the launcher's own reconciler does. */
export interface TreeRoot {
  readonly tree: TreeNode;
  draw(element: ReactNode): void;
  /** Runs what a user's event calls, so that what it changes is drawn at once. */
  handleEvent(handler: () => void): void;
}

/** @param onCommit called with the tree whenever React has changed it */
export function createTreeRoot(onCommit: (tree: TreeNode) => void): TreeRoot {
  let priority = NoEventPriority;
  let isInEvent = false;
  const put = (parent: TreeNode, child: TreeNode): void => {
    take(parent, child);
    parent.children.push(child);
  };
  const putBefore = (parent: TreeNode, child: TreeNode, before: TreeNode): void => {
    take(parent, child);
    parent.children.splice(parent.children.indexOf(before), 0, child);
  };

  const reconciler = createReconciler<TreeNode, TreeNode>({
    supportsMutation: true,
    supportsPersistence: false,
    supportsHydration: false,
    isPrimaryRenderer: true,
    supportsMicrotasks: true,
    noTimeout: undefined,
    NotPendingTransition: null,
    HostTransitionContext: createContext(null),
    scheduleMicrotask: queueMicrotask,
    scheduleTimeout: setTimeout,
    cancelTimeout: clearTimeout,
    setCurrentUpdatePriority: (next) => void (priority = next),
    getCurrentUpdatePriority: () => priority,
    resolveUpdatePriority: () => priority || (isInEvent ? DiscreteEventPriority : DefaultEventPriority),
    resolveEventType: () => null,
    resolveEventTimeStamp: () => -1,
    trackSchedulerEvent: () => undefined,
    shouldAttemptEagerTransition: () => false,
    requestPostPaintCallback: () => undefined,
    maySuspendCommit: () => false,
    getRootHostContext: () => ({}),
    getChildHostContext: (parent) => parent,
    getPublicInstance: (instance) => instance,
    prepareForCommit: () => null,
    resetAfterCommit: onCommit,
    shouldSetTextContent: () => false,
    createInstance: (type, props) => ({ type, props: withoutChildren(props), children: [] }),
    createTextInstance: (text) => ({ type: "text", props: { text }, children: [] }),
    finalizeInitialChildren: () => false,
    detachDeletedInstance: () => undefined,
    appendInitialChild: (parent, child) => void parent.children.push(child),
    appendChild: put,
    appendChildToContainer: put,
    insertBefore: putBefore,
    insertInContainerBefore: putBefore,
    removeChild: take,
    removeChildFromContainer: take,
    clearContainer: (container) => void container.children.splice(0),
    commitUpdate: (instance, _type, _before, props) => void (instance.props = withoutChildren(props)),
    commitTextUpdate: (instance, _before, text) => void (instance.props = { text }),
    hideInstance: () => undefined,
    unhideInstance: () => undefined,
    hideTextInstance: () => undefined,
    unhideTextInstance: () => undefined,
  });

  const tree: TreeNode = { type: "root", props: {}, children: [] };
  const fail = (error: unknown): never => {
    throw error;
  };
  const root = reconciler.createContainer(tree, ConcurrentRoot, null, false, null, "", fail, fail, fail, null);
  return {
    tree,
    draw: (element) => reconciler.updateContainer(element, root, null, null),
    handleEvent(handler) {
      isInEvent = true;
      handler();
      isInEvent = false;
    },
  };
}

function take(parent: TreeNode, child: TreeNode): void {
  const index = parent.children.indexOf(child);
  if (index >= 0) parent.children.splice(index, 1);
}

function withoutChildren(props: TreeNode["props"]): TreeNode["props"] {
  return { ...props, children: undefined };
}
