/** What the stand-in's console page shows, by the id of each fact: account, role, session, region, expires … */
export type ConsoleFacts = Readonly<Record<string, string>>;

/**
 * Opens a sign-in URL as a browser does, cookie and redirects included, and reads the page that it ends on. Each visit
 * is one of a new browser.
 *
 * @throws Error with the page's status where it is not the console
 */
export async function visitConsole(signInUrl: string): Promise<ConsoleFacts> {
  const login = await fetch(signInUrl, { redirect: "manual" });
  const [cookie] = (login.headers.get("set-cookie") ?? "").split(";");
  const url = new URL(login.headers.get("location") ?? "", signInUrl);
  const page = await fetch(url, { headers: { cookie: cookie ?? "" } });
  if (!page.ok) throw new Error(`The sign-in URL led to a page with the status ${page.status}`);
  const facts = (await page.text()).matchAll(/<dd id="(\w+)">([^<]*)<\/dd>/g);
  const unescaped = (value = "") => value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  // The page's script does the same in a browser.
  const fragment = url.hash === "" ? {} : { fragment: url.hash };
  return { ...Object.fromEntries([...facts].map(([, id, value]) => [id, unescaped(value)])), ...fragment };
}
