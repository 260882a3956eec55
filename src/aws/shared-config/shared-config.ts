import { type Secret } from "../secret";
import { type Diagnostic } from "./diagnostic";

/** Where a setting or section stands, for messages and for opening an editor there. Lines count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
}

/** One `key = value`. The value is trimmed and never a secret: those stand in {@link Profile.secrets}. */
export interface Setting extends Location {
  readonly value: string;
  /** Which of the two files said so; several precedence rules of the AWS CLI depend on it. */
  readonly origin: FileKind;
}

export type FileKind = "config" | "credentials";

/** A profile as both files together describe it; settings of the credentials file win key by key. */
export interface Profile extends Location {
  readonly name: string;
  /** By lower-case key. An empty value counts as absent and is not in here. */
  readonly settings: ReadonlyMap<string, Setting>;
  /** `aws_secret_access_key` and `aws_session_token`, by that key. */
  readonly secrets: ReadonlyMap<string, Secret>;
}

/** What `~/.aws/config` and `~/.aws/credentials` say. */
export interface SharedConfig {
  /** In the order of their first appearance, the config file first. */
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly diagnostics: readonly Diagnostic[];
}
