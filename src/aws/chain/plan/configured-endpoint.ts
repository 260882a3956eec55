import { type Profile, settingOf, type SharedConfig } from "../../shared-config/shared-config";
import { type Choice, choiceOf, choiceOfVariable, isOn } from "./choice";
import { type ServiceReference, type UnknownServices } from "./plan-problem";

/** An endpoint that replaces a service's own; its value is not looked at yet. */
export interface EndpointChoice extends Choice {
  /** The profile to correct where it cannot be used. */
  readonly profile: string;
  readonly ofService?: ServiceReference;
}

/**
 * The endpoint that replaces a service's own: the service's variable, that for all services, the service's setting in the
 * profile's `[services …]` section, the profile's `endpoint_url`. None counts where `ignore_configured_endpoint_urls` is
 * on (AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
 *
 * @param service its identifier in that guide: `sts`
 */
export function configuredEndpoint(
  config: SharedConfig,
  profile: Profile,
  service: string,
): EndpointChoice | { readonly problem: UnknownServices } | undefined {
  const ignored = choiceOf(config, profile, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls");
  if (isOn(ignored)) return undefined;

  const ofVariable =
    choiceOfVariable(config, `AWS_ENDPOINT_URL_${service.toUpperCase()}`) ??
    choiceOfVariable(config, "AWS_ENDPOINT_URL");
  if (ofVariable) return { ...ofVariable, profile: profile.name };

  const services = settingOf(profile, "services");
  const section = services && config.services.get(services.value);
  if (services && !section) {
    const { value, declaredBy, file, line } = services;
    return { problem: { kind: "unknown-services", profile: declaredBy, services: value, file, line } };
  }
  const ofService = section && settingOf(section, `${service}.endpoint_url`);
  if (services && ofService) {
    return {
      name: "endpoint_url",
      value: ofService.value,
      setting: ofService,
      profile: services.declaredBy,
      ofService: { service, services: services.value },
    };
  }
  const setting = settingOf(profile, "endpoint_url");
  return setting && { name: "endpoint_url", value: setting.value, setting, profile: setting.declaredBy };
}
