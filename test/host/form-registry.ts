import type * as Raycast from "@raycast/api";
import { createContext } from "react";
import { host } from "./host";

/** A field of a form, as the form sees it. */
export interface RegisteredField {
  id: string;
  storesValue: boolean;
  value: () => Raycast.Form.Value;
}

/** The fields that a form has at the moment. */
export class FormRegistry {
  readonly #fields = new Map<string, RegisteredField>();

  /** Adds a field until the returned function is called. */
  register(field: RegisteredField): () => void {
    if (this.#fields.has(field.id)) throw new Error(`Two fields of the form have the id "${field.id}"`);
    this.#fields.set(field.id, field);
    return () => this.#fields.delete(field.id);
  }

  /** What submitting passes to the extension. */
  values(): Raycast.Form.Values {
    return Object.fromEntries([...this.#fields.values()].map(({ id, value }) => [id, value()]));
  }

  /** Keeps the values of the fields with `storeValue` for the next time the form is drawn. */
  store(): void {
    for (const { id, storesValue, value } of this.#fields.values()) {
      if (storesValue) host.storedValues.set(id, value());
    }
  }
}

export const FormContext = createContext<FormRegistry | undefined>(undefined);
