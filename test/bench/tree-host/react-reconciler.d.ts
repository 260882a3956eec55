/** What the tree host uses of react-reconciler 0.31: the published types are those of a version before. */
declare module "react-reconciler" {
  import { type ReactNode } from "react";

  export interface HostConfig<Container, Instance> {
    readonly supportsMutation: true;
    readonly supportsPersistence: false;
    readonly supportsHydration: false;
    readonly isPrimaryRenderer: true;
    readonly supportsMicrotasks: true;
    readonly noTimeout: undefined;
    readonly NotPendingTransition: null;
    readonly HostTransitionContext: unknown;
    scheduleMicrotask(run: () => void): void;
    scheduleTimeout(run: () => void, delay?: number): NodeJS.Timeout;
    cancelTimeout(timeout: NodeJS.Timeout): void;
    setCurrentUpdatePriority(priority: number): void;
    getCurrentUpdatePriority(): number;
    resolveUpdatePriority(): number;
    resolveEventType(): null;
    resolveEventTimeStamp(): number;
    trackSchedulerEvent(): void;
    shouldAttemptEagerTransition(): boolean;
    requestPostPaintCallback(): void;
    maySuspendCommit(): boolean;
    getRootHostContext(): object;
    getChildHostContext(parent: object): object;
    getPublicInstance(instance: Instance): Instance;
    prepareForCommit(): null;
    resetAfterCommit(container: Container): void;
    shouldSetTextContent(): boolean;
    createInstance(type: string, props: Readonly<Record<string, unknown>>): Instance;
    createTextInstance(text: string): Instance;
    finalizeInitialChildren(): boolean;
    detachDeletedInstance(): void;
    appendInitialChild(parent: Instance, child: Instance): void;
    appendChild(parent: Instance, child: Instance): void;
    appendChildToContainer(container: Container, child: Instance): void;
    insertBefore(parent: Instance, child: Instance, before: Instance): void;
    insertInContainerBefore(container: Container, child: Instance, before: Instance): void;
    removeChild(parent: Instance, child: Instance): void;
    removeChildFromContainer(container: Container, child: Instance): void;
    clearContainer(container: Container): void;
    commitUpdate(instance: Instance, type: string, before: unknown, props: Readonly<Record<string, unknown>>): void;
    commitTextUpdate(instance: Instance, before: string, text: string): void;
    hideInstance(instance: Instance): void;
    unhideInstance(instance: Instance): void;
    hideTextInstance(instance: Instance): void;
    unhideTextInstance(instance: Instance): void;
  }

  export interface Reconciler<Container> {
    createContainer(
      container: Container,
      tag: 1,
      hydrationCallbacks: null,
      isStrictMode: boolean,
      concurrentUpdatesByDefaultOverride: null,
      identifierPrefix: string,
      onUncaughtError: (error: unknown) => void,
      onCaughtError: (error: unknown) => void,
      onRecoverableError: (error: unknown) => void,
      transitionCallbacks: null,
    ): object;
    updateContainer(element: ReactNode, root: object, parent: null, callback: null): void;
  }

  export default function createReconciler<Container, Instance>(
    config: HostConfig<Container, Instance>,
  ): Reconciler<Container>;
}

declare module "react-reconciler/constants" {
  export const ConcurrentRoot: 1;
  export const NoEventPriority: number;
  export const DefaultEventPriority: number;
  export const DiscreteEventPriority: number;
}
