import { type Tool } from "@raycast/api";
import { accountText } from "../aws/profiles/account-text";
import { isOfUser, openedRole, opensWithoutMfa } from "../aws/chain/plan/chain-plan";
import { regionName } from "../aws/console/regions";
import { keepConfirmed } from "./confirmed-plan";
import { wishOf } from "./console-choice";
import { type ConsoleRequest, requestedConsole } from "./requested-console";

/** What is confirmed: names with their values; one without a value does not apply and is not shown. */
type Facts = { name: string; value?: string }[];

/**
 * Asks whether a console may be opened, saying which one. Of what cannot be opened only the name is shown: the tool says
 * what is wrong, but it may be over when the tool runs.
 */
export const consoleConfirmation: Tool.Confirmation<ConsoleRequest> = async (request) => {
  const message = "Open this AWS console in the browser?";
  try {
    return { message, info: await factsOf(request) };
  } catch {
    return { message, info: [{ name: "Profile", value: request.profile }] };
  }
};

async function factsOf(request: ConsoleRequest): Promise<Facts> {
  const { plan, choice, memory } = await requestedConsole(request);
  keepConfirmed(plan);
  const role = openedRole(plan);
  const { destination } = await wishOf(plan, choice);
  const region = destination.region ?? plan.region;
  const name = regionName(region);
  return [
    { name: "Profile", value: plan.profile },
    { name: "Account", value: role && accountText(role.accountId, memory.aliases) },
    { name: "Role", value: role?.roleName },
    { name: "User", value: isOfUser(plan) ? plan.source.profile : undefined },
    { name: "MFA", value: opensWithoutMfa(plan) ? "None: AWS takes no code for a user's own console" : undefined },
    { name: "Service", value: destination.kind === "service" ? destination.service.name : undefined },
    { name: "Address", value: destination.kind === "url" ? destination.url : undefined },
    { name: "Region", value: name === undefined ? region : `${name}, ${region}` },
  ];
}
