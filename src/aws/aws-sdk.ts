import type * as ClientSts from "@aws-sdk/client-sts";
import type * as Protocols from "@smithy/core/protocols";
import type * as Retry from "@smithy/core/retry";
import type * as NodeHttpHandler from "@smithy/node-http-handler";

/**
 * What is used of the AWS SDK, by package. It comes in from outside, so that no command's bundle contains it (see
 * `scripts/assemble-aws-sdk.mjs`, which names the same packages); each is evaluated when it is first asked for.
 */
export interface AwsSdk {
  readonly "@aws-sdk/client-sts": typeof ClientSts;
  readonly "@smithy/core/protocols": typeof Protocols;
  readonly "@smithy/core/retry": typeof Retry;
  readonly "@smithy/node-http-handler": typeof NodeHttpHandler;
}
