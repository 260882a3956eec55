import { type Role, type World } from "./world";

/** The world with every role of a name changed, or taken away where the change gives nothing. */
export function changeRole(world: World, name: string, change: (role: Role) => Role | undefined): World {
  const accounts = world.accounts.map((account) => ({
    ...account,
    roles: (account.roles ?? []).flatMap((role) => (role.name === name ? (change(role) ?? []) : role)),
  }));
  return { accounts };
}

/** The world in which a role trusts nobody. */
export function withoutTrust(world: World, name: string): World {
  return changeRole(world, name, (role) => ({ ...role, trustPolicy: { Version: "2012-10-17", Statement: [] } }));
}
