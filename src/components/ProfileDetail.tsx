import { Color, List } from "@raycast/api";
import { accountText } from "../aws/profiles/account-text";
import { chainSteps, type ChainStep } from "../aws/chain/chain-steps";
import { accountOf } from "../aws/chain/plan/account-of";
import { targetRole } from "../aws/chain/plan/chain-plan";
import { asksForCode } from "../aws/chain/resolve/chain-state";
import { type ReadyProfile } from "../aws/profiles/profile-list";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { type Diagnostic, diagnosticPlace } from "../aws/shared-config/diagnostic";
import { clockTime } from "../launcher/clock-time";
import { plainMarkdown } from "./plain-markdown";
import { timeColor } from "./time-color";
import { timeLeft } from "./time-left";

const { Metadata } = List.Item.Detail;

export interface ProfileDetailProps {
  readonly entry: ReadyProfile;
  readonly memory: ProfileMemory;
  readonly now: Date;
}

/** A profile's chain drawn hop by hop, with what is kept of it, and what its config should make its author know. */
export function ProfileDetail({ entry, memory, now }: ProfileDetailProps) {
  const { plan, state } = entry;
  const accountId = accountOf(plan);
  const place = memory.places.get(entry.name);
  const arn = targetRole(plan)?.role.arn;
  const end = state.stored.at(-1)?.credentials.expiration;
  return (
    <List.Item.Detail
      markdown={[`## ${plainMarkdown(entry.name)}`, drawnChain(entry, now), ...warned(plan.diagnostics)].join("\n\n")}
      metadata={
        <Metadata>
          {accountId !== undefined && <Metadata.Label title="Account" text={accountText(accountId, memory.aliases)} />}
          {arn !== undefined && <Metadata.Label title="Role ARN" text={arn} />}
          <Metadata.Label title="Region" text={plan.region} />
          {place && <Metadata.Label title="Opens At" text={place} />}
          {end && (
            <Metadata.TagList title="Session">
              <Metadata.TagList.Item
                text={`${timeLeft(end, now)}, until ${clockTime(end, now)}`}
                color={timeColor(end, now)}
              />
            </Metadata.TagList>
          )}
          {asksForCode(state) && (
            <Metadata.TagList title="Next Opening">
              <Metadata.TagList.Item text="asks for a code" color={Color.Blue} />
            </Metadata.TagList>
          )}
        </Metadata>
      }
    />
  );
}

function drawnChain({ plan, state }: ReadyProfile, now: Date): string {
  return chainSteps(plan, state)
    .map((step, index) => `${index + 1}. **${plainMarkdown(step.title)}**  \n${plainMarkdown(factsOf(step, now))}`)
    .join("\n");
}

function factsOf({ facts, kept }: ChainStep, now: Date): string {
  return [...facts, ...(kept ? [keptText(kept.until, now)] : [])].join(" · ");
}

function keptText(until: Date | undefined, now: Date): string {
  return until ? `cached until ${clockTime(until, now)} (${timeLeft(until, now)})` : "cached, its end is unknown";
}

function warned(diagnostics: readonly Diagnostic[]): string[] {
  if (diagnostics.length === 0) return [];
  const items = diagnostics.map((diagnostic) => {
    const { message, hint } = diagnostic;
    return `- **${plainMarkdown(diagnosticPlace(diagnostic))}**: ${plainMarkdown(`${message} ${hint}`)}`;
  });
  return [`### Warnings\n\n${items.join("\n")}`];
}
