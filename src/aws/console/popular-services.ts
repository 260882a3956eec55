import { type ConsoleService } from "./console-service";

/** What most people open, the first one most: the order of a list before it knows what its user opens. */
export const POPULAR_SERVICES: readonly string[] = [
  "ec2",
  "s3",
  "lambda",
  "cloudwatch",
  "cloudwatch-logs",
  "iam",
  "rds",
  "dynamodb",
  "cloudformation",
  "vpc",
  "ecs",
  "eks",
  "route53",
  "sqs",
  "secrets-manager",
  "billing",
];

/** Sorts popular services to the front, and leaves the others in their order. */
export function byPopularity(one: ConsoleService, other: ConsoleService): number {
  return rankOf(one) - rankOf(other);
}

function rankOf({ id }: ConsoleService): number {
  const index = POPULAR_SERVICES.indexOf(id);
  return index < 0 ? POPULAR_SERVICES.length : index;
}
