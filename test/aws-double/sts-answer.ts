import { randomUUID } from "node:crypto";
import { type HttpAnswer } from "./http-answer";
import { type StsError } from "./sts-error";
import { toXml, type XmlContent } from "./xml";

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

/** A success of the query protocol (§3.2 of the reference). */
export function stsResult(action: string, result: XmlContent): HttpAnswer {
  const RequestId = randomUUID();
  const content = { [`${action}Result`]: result, ResponseMetadata: { RequestId } };
  return xmlAnswer(200, `${action}Response`, content, RequestId);
}

/** A refusal of the query protocol (rule 11). */
export function stsRefusal(error: StsError): HttpAnswer {
  const RequestId = randomUUID();
  const content = { Error: { Type: error.type, Code: error.code, Message: error.message }, RequestId };
  return { ...xmlAnswer(error.httpStatus, "ErrorResponse", content, RequestId), errorCode: error.code };
}

function xmlAnswer(status: number, root: string, content: XmlContent, requestId: string): HttpAnswer {
  const body = `<${root} xmlns="${NAMESPACE}">${toXml(content)}</${root}>\n`;
  return { status, contentType: "text/xml", headers: { "x-amzn-requestid": requestId }, body };
}
