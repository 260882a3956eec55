export interface CephPorts {
  /** Of the monitor, that the other programs look for first. */
  readonly monitor: number;
  /** Of the gateway. */
  readonly gateway: number;
}

/**
 * The configuration of the smallest cluster that a gateway runs on: one monitor, one in-memory storage daemon (OSD), no
 * manager. Paths are relative to the folder that the programs are started in.
 *
 * - One replica and `chooseleaf type = 0` let a single OSD become healthy.
 * - `paxos …`: the monitor gathers changes for a second before it decides; ten pools made one after another would take
 *   ten.
 * - `sts key` (16 characters) encrypts session tokens; `s3 auth use sts` turns STS on.
 * - `debug rgw = 10` is what `stsCallsIn` reads. The log holds the throw-away keys of the run, and goes with its folder.
 */
export function cephConf(id: string, { monitor, gateway }: CephPorts): string {
  return `
[global]
fsid = ${id}
mon host = v2:127.0.0.1:${monitor}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv6 = false
keyring = keyring
log file = $name.log
admin socket = $name.asok
mon data = mon.$id
osd data = osd.$id
osd objectstore = memstore
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd crush chooseleaf type = 0
osd class load list = *
osd class default list = *
mon allow pool size one = true
mon max pg per osd = 1000

[mon]
paxos propose interval = 0.02
paxos min wait = 0.01

[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:${gateway}
rgw sts key = abcdefghijklmnop
rgw s3 auth use sts = true
debug rgw = 10
`;
}
