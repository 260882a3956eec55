import { describe, expect, it } from "vitest";
import { type ConsoleService } from "../../../src/aws/console/console-service";
import { CONSOLE_SERVICES } from "../../../src/aws/console/console-services";
import { CONSOLE_REGIONS } from "../../../src/aws/console/regions";
import { sharedBytes } from "../../shared-data";

describe("the catalogue of console pages", () => {
  it.each(["id", "name", "path"] as const)("has no %s twice", (property) => {
    const values = CONSOLE_SERVICES.map((service) => service[property]);
    expect(values.filter((value, position) => values.indexOf(value) !== position)).toEqual([]);
  });

  it("is sorted by name", () => {
    const names = CONSOLE_SERVICES.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
  });

  // A page of a service is in the service's own part of the console, so that no such page counts here.
  it("has at least 150 services", () => {
    expect(new Set(CONSOLE_SERVICES.map(({ path }) => partOfConsole(path))).size).toBeGreaterThanOrEqual(150);
  });

  it("has pages of services besides", () => {
    const parts = CONSOLE_SERVICES.map(({ path }) => partOfConsole(path));
    expect(parts.length - new Set(parts).size).toBeGreaterThanOrEqual(50);
  });

  it("has IAM at the address that AWS's guide gives", () => {
    expect(byId("iam").path).toBe("/iam/home");
  });
});

describe("every page of the catalogue", () => {
  it("has an id that a quicklink can carry", () => {
    expect(pagesBut(({ id }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it("is named without the maker and without blanks around", () => {
    expect(pagesBut(({ name }) => /^(?!Amazon |AWS )\S(.*\S)?$/.test(name))).toEqual([]);
  });

  it("is below the console's host, which its path cannot leave", () => {
    const isBelowHost = ({ path }: ConsoleService) => {
      const { host, pathname, search, hash } = new URL(`https://console.example${path}`);
      return host === "console.example" && `${pathname}${search}${hash}` === path;
    };
    expect(pagesBut(isBelowHost)).toEqual([]);
    expect(pagesBut(({ path }) => /^\/[a-z0-9]/.test(path) && !/\/\/|[#?/]$/.test(path))).toEqual([]);
  });

  it("leaves the region to the one who opens it", () => {
    const namesRegion = (text: string) => CONSOLE_REGIONS.some(({ id }) => text.includes(id));
    expect(pagesBut(({ path }) => !namesRegion(path) && !/[?&]region=/.test(path))).toEqual([]);
  });

  it("has further words, in lower case, each once, none of them its name", () => {
    expect(pagesBut(({ aliases }) => aliases.every((alias) => /^[^\sA-Z]([^A-Z]*[^\sA-Z])?$/.test(alias)))).toEqual([]);
    expect(
      pagesBut(({ name, aliases }) => new Set([name.toLowerCase(), ...aliases]).size === aliases.length + 1),
    ).toEqual([]);
    expect(pagesBut(({ aliases }) => aliases.length > 0)).toEqual([]);
  });
});

describe("what people type", () => {
  it.each([
    ["ec2", "ec2"],
    ["vm", "ec2"],
    ["instances", "ec2-instances"],
    ["ami", "ec2-amis"],
    ["sg", "ec2-security-groups"],
    ["asg", "ec2-auto-scaling-groups"],
    ["elb", "ec2-load-balancers"],
    ["alb", "ec2-load-balancers"],
    ["eip", "ec2-elastic-ips"],
    ["ebs", "ebs-volumes"],
    ["lambda", "lambda"],
    ["functions", "lambda-functions"],
    ["cw", "cloudwatch"],
    ["cw logs", "cloudwatch-logs"],
    ["log groups", "cloudwatch-logs"],
    ["alarms", "cloudwatch-alarms"],
    ["r53", "route53"],
    ["r53 zones", "route53-hosted-zones"],
    ["dns", "route53"],
    ["ddb", "dynamodb"],
    ["sfn", "step-functions"],
    ["cfn", "cloudformation"],
    ["ssm", "systems-manager"],
    ["parameter store", "systems-manager-parameter-store"],
    ["kms", "kms"],
    ["acm", "acm"],
    ["apigw", "api-gateway"],
    ["eb", "eventbridge"],
    ["eb", "elastic-beanstalk"],
    ["sso", "iam-identity-center"],
    ["sm", "secrets-manager"],
    ["sm", "sagemaker-ai"],
    ["secrets", "secrets"],
    ["sqs", "sqs"],
    ["sns", "sns"],
    ["ses", "ses"],
    ["rds", "rds"],
    ["databases", "rds-databases"],
    ["tgw", "transit-gateways"],
    ["vpc", "vpc"],
    ["subnets", "vpc-subnets"],
    ["eks", "eks"],
    ["k8s", "eks"],
    ["ecs", "ecs"],
    ["fargate", "ecs"],
    ["ecr", "ecr"],
    ["docker", "ecr"],
    ["gd", "guardduty"],
    ["athena", "athena"],
    ["buckets", "s3-buckets"],
    ["users", "iam-users"],
    ["roles", "iam-roles"],
    ["orgs", "organizations"],
    ["scp", "organizations"],
    ["dx", "direct-connect"],
    ["cdn", "cloudfront"],
    ["kafka", "msk"],
    ["airflow", "mwaa"],
    ["dms", "dms"],
    ["llm", "bedrock"],
    ["invoices", "billing-bills"],
    ["limits", "service-quotas"],
  ])("%s finds %s", (typed, id) => {
    expect(idsUnder(typed)).toContain(id);
  });

  it.each([
    ["kinesis firehose", "data-firehose"],
    ["kinesis data analytics", "managed-apache-flink"],
    ["elasticsearch", "opensearch"],
    ["single sign-on", "iam-identity-center"],
    ["quicksight", "quick"],
    ["cloudwatch events", "eventbridge"],
    ["application composer", "infrastructure-composer"],
    ["appstream 2.0", "workspaces-applications"],
    ["workspaces web", "workspaces-secure-browser"],
    ["sagemaker", "sagemaker-ai"],
    ["datazone", "sagemaker-unified-studio"],
    ["codewhisperer", "q-developer"],
    ["codestar connections", "codeconnections"],
    ["elastic transcoder", "mediaconvert"],
    ["personal health dashboard", "health-dashboard"],
    ["application migration service", "application-migration"],
    ["supply chain", "connect-decisions"],
    ["chatbot", "chatbot"],
    ["snowball", "snow-family"],
  ])("the former name %s finds %s", (typed, id) => {
    expect(idsUnder(typed)).toContain(id);
  });
});

describe("a page that belongs to no region", () => {
  it.each([
    "account",
    "artifact",
    "billing",
    "chatbot",
    "cloudfront",
    "compute-optimizer",
    "cost-explorer",
    "cost-management",
    "device-farm",
    "direct-connect",
    "firewall-manager",
    "global-accelerator",
    "global-view",
    "health-dashboard",
    "iam",
    "iam-roles",
    "marketplace",
    "organizations",
    "route53",
    "route53-domains",
    "route53-hosted-zones",
    "shield",
    "support",
    "trusted-advisor",
    "waf",
  ])("is that of %s", (id) => {
    expect(byId(id).isGlobal).toBe(true);
  });

  // Each of them is taken for global at times: by its name, by what it was, or by the service it is a part of.
  it.each(["s3", "s3-buckets", "iam-identity-center", "iam-access-analyzer", "route53-resolver", "acm", "ec2"])(
    "is not that of %s",
    (id) => {
      expect(byId(id).isGlobal).toBe(false);
    },
  );

  it("is so with every page of its service", () => {
    const mixed = CONSOLE_SERVICES.filter((page) =>
      CONSOLE_SERVICES.some(
        (other) => partOfConsole(other.path) === partOfConsole(page.path) && other.isGlobal !== page.isGlobal,
      ),
    );
    expect(mixed).toEqual([]);
  });
});

/** Services of the reference that the console has no more, and since when. */
const RETIRED: ReadonlyMap<string, string> = new Map([
  ["alexa", "ended in May 2025"],
  ["appmesh", "ended in September 2026"],
  ["chime", "ended in February 2026; what is left of it is the Chime SDK"],
  ["codestar", "ended in July 2024"],
  ["datapipeline", "lost its console in April 2023"],
  ["deeplens", "ended in January 2024"],
  ["deepracer", "ended in December 2025"],
  ["elastictranscoder", "ended in November 2025"],
  ["freertos", "has no console any more: its guide starts in the one of IoT Core"],
  ["iot1click", "ended in December 2024"],
  ["iotanalytics", "ended in December 2025"],
  ["iotevents", "ended in May 2026"],
  ["iotthingsgraph", "ended in November 2022"],
  ["iq", "ended in May 2026"],
  ["mediastore", "ended in November 2025"],
  ["opsworks", "ended in May 2024"],
  ["pinpoint", "ended in October 2026"],
  ["qldb", "ended in July 2025"],
  ["robomaker", "ended in September 2025"],
  ["servermigrationservice", "ended in March 2022"],
  ["sumerian", "ended in February 2023"],
  ["worklink", "ended in April 2022"],
]);

/** Services of the reference that are elsewhere today, by the id of ours. */
const MOVED: ReadonlyMap<string, { readonly id: string; readonly reason: string }> = new Map([
  ["cloudfront", { id: "cloudfront", reason: "AWS's guide leads to the fourth version of the page" }],
  ["cloudshell", { id: "cloudshell", reason: "the page calls itself so, as other pages do" }],
  ["costmanagement", { id: "cost-management", reason: "AWS's guide writes it without the hyphen" }],
  ["ecs", { id: "ecs", reason: "the former console is gone" }],
  ["emr", { id: "emr", reason: "the former console is gone" }],
  ["globalaccelerator", { id: "global-accelerator", reason: "it has left the console of EC2" }],
  ["inspector", { id: "inspector", reason: "Inspector Classic ended in May 2026" }],
  ["iotgreengrass", { id: "iot-greengrass", reason: "the first version, whose page it was, ended in October 2026" }],
  ["lightsail", { id: "lightsail", reason: "another host, which the console's own path redirects to" }],
  ["organizations", { id: "organizations", reason: "it opens the invitations, not the organization" }],
  ["quicksight", { id: "quick", reason: "another host, which the console's own path redirects to" }],
  ["rekognition", { id: "rekognition", reason: "it opens the custom labels, not the service" }],
  ["status", { id: "health-dashboard", reason: "another host; the console has the same for the account" }],
  ["systemsmanager", { id: "systems-manager", reason: "it opens the Explorer, not the service" }],
  ["workspaces", { id: "workspaces", reason: "AWS's guide leads to the second version of the page" }],
]);

const yaml = sharedBytes("vectors/console-deep-links/console-services.yml");
const reference = yaml && servicesIn(new TextDecoder().decode(yaml));

describe.skipIf(!reference)("the reference catalogue", () => {
  it("has 157 services, 17 of them global", () => {
    expect([reference?.length, reference?.filter(({ isGlobal }) => isGlobal).length]).toEqual([157, 17]);
  });

  it("has every service that is excused", () => {
    const theirs = reference?.map(({ id }) => id);
    expect([...RETIRED.keys(), ...MOVED.keys()].filter((id) => !theirs?.includes(id))).toEqual([]);
  });

  const here = (reference ?? []).filter(({ id }) => !RETIRED.has(id) && !MOVED.has(id));
  const excused = (reference ?? []).filter(({ id }) => RETIRED.has(id) || MOVED.has(id));

  it.each(here)("has $id at $page, which is here too", ({ page }) => {
    expect(pagesAt(page)).not.toEqual([]);
  });

  it.each(excused)("has $id at $page, which is rightly not here", ({ page }) => {
    expect(pagesAt(page)).toEqual([]);
  });

  it.each([...MOVED])("has %s elsewhere than ours", (_id, { id, reason }) => {
    expect(byId(id).path).toMatch(/^\//);
    expect(reason).not.toBe("");
  });

  it.each((reference ?? []).filter(({ id, isGlobal }) => isGlobal && !RETIRED.has(id)))(
    "has $id as global, which it is here",
    ({ id, page }) => {
      const ours = MOVED.get(id)?.id;
      const pages = ours === undefined ? pagesAt(page) : [byId(ours)];
      expect(pages.map(({ isGlobal }) => isGlobal)).toEqual(pages.map(() => true));
    },
  );
});

interface ReferenceService {
  readonly id: string;
  /** Up to the fragment. */
  readonly page: string;
  readonly isGlobal: boolean;
}

/** As much YAML as the reference needs: an unindented item is a service, its own properties are indented by two. */
function servicesIn(text: string): readonly ReferenceService[] {
  return text
    .split(/^- id: /m)
    .slice(1)
    .map((item) => ({
      id: /^\S+/.exec(item)?.[0] ?? "",
      page: withoutFragment(/^ {2}url: "?([^"\s]+)/m.exec(item)?.[1] ?? ""),
      isGlobal: /^ {2}has_global_region: true$/m.test(item),
    }));
}

/** The first step of a path, which is one console of its own: "/ec2/home#Instances:" is in "ec2". */
function partOfConsole(path: string): string | undefined {
  return withoutFragment(path).split("/")[1];
}

function withoutFragment(path: string): string {
  return path.replace(/[?#].*$/, "");
}

/** The pages without what each must have. */
function pagesBut(isAsItMust: (page: ConsoleService) => boolean): readonly ConsoleService[] {
  return CONSOLE_SERVICES.filter((page) => !isAsItMust(page));
}

function pagesAt(page: string): readonly ConsoleService[] {
  return CONSOLE_SERVICES.filter(({ path }) => withoutFragment(path) === page);
}

function idsUnder(typed: string): readonly string[] {
  return CONSOLE_SERVICES.filter(({ name, aliases }) => [name.toLowerCase(), ...aliases].includes(typed)).map(
    ({ id }) => id,
  );
}

function byId(id: string): ConsoleService {
  const found = CONSOLE_SERVICES.find((service) => service.id === id);
  if (!found) throw new Error(`the catalogue has no ${id}`);
  return found;
}
