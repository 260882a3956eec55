import { useNavigation } from "@raycast/api";
import { type ComponentType, createElement, useMemo } from "react";
import { isMendedByNextCode } from "../aws/chain/resolve/code-gone";
import { type MfaPrompt, type MfaRequest } from "../aws/chain/resolve/mfa-prompt";
import { OpeningCancelled } from "../aws/chain/resolve/opening-cancelled";

/** What a form that asks for a code gets. */
export interface CodePromptProps {
  readonly request: MfaRequest;
  /** Tries a code. Rejects with a problem that another try may mend, so that the form stays and shows it. */
  readonly onCode: (code: string) => Promise<void>;
  /** To be called when the form is gone, however that came about. */
  readonly onClose: () => void;
}

/**
 * Asks for codes in a form on top of the current view. The form stays until a code is taken, the user leaves it, or the
 * code is wanted no longer.
 */
export function useMfaPrompt(CodePrompt: ComponentType<CodePromptProps>): MfaPrompt {
  const { push, pop } = useNavigation();
  // The same as long as it can be: every row of a list has it.
  return useMemo(
    () => ({
      redeemCode: <T>(request: MfaRequest, redeem: (code: string) => Promise<T>) =>
        new Promise<T>((resolve, reject) => {
          let isOpen = true;
          const onClose = (): void => {
            isOpen = false;
            reject(new OpeningCancelled());
          };
          // Left while the code was tried, the form is gone already: this would take the view behind it.
          const close = (): void => {
            if (isOpen) pop();
          };
          const onCode = async (code: string): Promise<void> => {
            try {
              resolve(await redeem(code));
            } catch (error) {
              if (isMendedByNextCode(error)) throw error;
              reject(error);
            }
            close();
          };
          request.signal?.addEventListener("abort", close);
          request.connect();
          push(createElement(CodePrompt, { request, onCode, onClose }));
        }),
    }),
    [CodePrompt, push, pop],
  );
}
