/** What a service of the stand-in answers; turned into an HTTP response by the server. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The error code or message, for the record of calls. */
  readonly errorCode?: string;
}

export function htmlAnswer(status: number, body: string, errorCode?: string): HttpAnswer {
  return { status, contentType: "text/html; charset=utf-8", body, ...(errorCode !== undefined && { errorCode }) };
}

export function redirectAnswer(location: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { status: 302, contentType: "text/html; charset=utf-8", body: "", headers: { ...headers, location } };
}
