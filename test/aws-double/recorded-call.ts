import { parseAccountHost } from "./account-host";
import { type Caller } from "./caller";
import { type Service } from "./fault";
import { type HttpAnswer } from "./http-answer";
import { type HttpRequest } from "./http-request";
import { type Route } from "./route";

/** One call that the stand-in received, without its secrets. */
export interface RecordedCall {
  readonly service: Service;
  /** Of STS and sign-in the Action parameter, of the console the path. */
  readonly action: string;
  /** The Host header; of the console the host that its page stands in for, without the part that names a session. */
  readonly host: string;
  readonly httpMethod: string;
  /** When the call arrived, by the stand-in's clock. */
  readonly at: Date;
  /** The access key that signed the call or, at sign-in, the one to be exchanged; whether or not it was accepted. */
  readonly accessKeyId?: string;
  /** Whom the signature proved; absent when it proved nobody. */
  readonly callerArn?: string;
  /** Of the signature's scope. */
  readonly region?: string;
  /** The parameters of the action; secret ones read "******". */
  readonly parameters: Readonly<Record<string, string>>;
  readonly hasTokenCode: boolean;
  /** As announced, also when the body was cut off; 0 when the connection was dropped instead of answering. */
  readonly status: number;
  readonly errorCode?: string;
}

const SECRET_PARAMETERS = ["TokenCode", "Session", "SigninToken"];

/** The record of a call that was answered, or dropped when `answer` is undefined. */
export function recordCall(
  request: HttpRequest,
  route: Route,
  at: Date,
  answer: HttpAnswer | undefined,
  caller: Caller | undefined,
): RecordedCall {
  const { accessKeyId, region } = credentialsNamed(request, route);
  return {
    service: route.service,
    action: route.action,
    host: route.service === "console" ? parseAccountHost(route.url.host).host : request.host,
    httpMethod: request.method,
    at,
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(caller && { callerArn: caller.arn }),
    ...(region !== undefined && { region }),
    parameters: withoutSecrets(route.parameters),
    hasTokenCode: route.parameters.has("TokenCode"),
    status: answer?.status ?? 0,
    ...(answer?.errorCode !== undefined && { errorCode: answer.errorCode }),
  };
}

function credentialsNamed({ headers }: HttpRequest, { service, parameters }: Route) {
  if (service === "sts") {
    const [, accessKeyId, region] = headers.get("authorization")?.match(/Credential=([^/,]+)\/\d+\/([^/,]+)/) ?? [];
    return { accessKeyId, region };
  }
  return { accessKeyId: parameters.get("Session")?.match(/"sessionId"\s*:\s*"(\w+)"/)?.[1], region: undefined };
}

function withoutSecrets(parameters: URLSearchParams): Record<string, string> {
  const shown = [...parameters].filter(([name]) => name !== "Action" && name !== "Version");
  return Object.fromEntries(shown.map(([name, value]) => [name, SECRET_PARAMETERS.includes(name) ? "******" : value]));
}
