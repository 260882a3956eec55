import { type NodeHttpHandler } from "@smithy/node-http-handler";
import { type AwsSdk } from "../aws-sdk";

/** The way to AWS, to be shared by everything that calls it: a request handler of the AWS SDK, and that SDK. */
export interface Connection extends Pick<
  NodeHttpHandler,
  "handle" | "metadata" | "destroy" | "updateHttpClientConfig" | "httpHandlerConfigs"
> {
  readonly sdk: AwsSdk;
}
