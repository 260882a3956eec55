import { expect, it } from "vitest";
import { CONSOLE_SERVICES } from "../../../src/aws/console/console-services";
import { type Destination } from "../../../src/aws/console/destination";
import { destinationWords } from "../../../src/aws/console/destination-words";

function pageOf(id: string): Extract<Destination, { kind: "service" }> {
  const service = CONSOLE_SERVICES.find((candidate) => candidate.id === id);
  if (!service) throw new Error(`The catalogue has no ${id}`);
  return { kind: "service", service };
}

it.each<[string, Destination, readonly string[]]>([
  ["nothing of the home", { kind: "home" }, []],
  ["the region that was chosen", { kind: "home", region: "eu-central-1" }, ["Europe (Frankfurt)"]],
  ["a region without a name by itself", { kind: "home", region: "xy-central-1" }, ["xy-central-1"]],
  ["the service", pageOf("lambda"), ["Lambda"]],
  ["both", { ...pageOf("lambda"), region: "eu-central-1" }, ["Lambda", "Europe (Frankfurt)"]],
  ["no region of a page that has none", { ...pageOf("iam"), region: "eu-central-1" }, ["IAM"]],
  ["nothing of an address", { kind: "url", url: "https://eu-west-1.console.aws.amazon.com/ec2" }, []],
])("a destination is told by %s", (_, destination, words) => {
  expect(destinationWords(destination)).toEqual(words);
});
