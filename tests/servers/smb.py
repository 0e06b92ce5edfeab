"""A Windows share: Debian's samba as a private instance on a high port, with a configuration of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from tests.servers.running import FOLDER, SECRET, Server, empty, free_port, shown_in

SMBD = shutil.which("smbd") or "/usr/sbin/smbd"
USER = "root"  # a user of the system that is there wherever the test may run at all

WHY_NOT = (
    ""
    if Path(SMBD).exists() and os.name == "posix" and os.geteuid() == 0
    else "samba's smbd is not installed, or the test does not run as root"
)

_CONFIGURATION = """
[global]
server role = standalone server
interfaces = 127.0.0.1
bind interfaces only = yes
smb ports = {port}
server min protocol = SMB3
disable spoolss = yes
load printers = no
disable netbios = yes
log level = 0
log file = {run}/log
pid directory = {run}
lock directory = {run}
state directory = {run}
cache directory = {run}
private dir = {run}
ncalrpc dir = {run}/ncalrpc
passdb backend = tdbsam:{run}/passdb.tdb
[school]
path = {share}
read only = no
"""


@contextmanager
def smb_server(folder: Path) -> Iterator[Server]:
    share, run, port = folder / "share", folder / "run", free_port()
    share.mkdir(parents=True)
    run.mkdir()
    configuration = folder / "smb.conf"
    configuration.write_text(_CONFIGURATION.format(port=port, run=run, share=share))
    subprocess.run(
        ["smbpasswd", "-c", configuration, "-a", "-s", USER],
        input=f"{SECRET}\n{SECRET}\n".encode(),
        capture_output=True,
        check=True,
    )
    process = subprocess.Popen(
        [
            SMBD,
            "--foreground",
            "--no-process-group",
            f"--configfile={configuration}",
            f"--log-basename={run}",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    record = DestinationRecord(
        DestinationId("smb"),
        "Share",
        DestinationKind.SMB,
        address=f"127.0.0.1:{port}",
        folder=f"school/{FOLDER}",
        user=USER,
    )
    try:
        _wait_for(port)
        yield Server(record, port, lambda: shown_in(share / FOLDER), lambda: empty(share / FOLDER))
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("samba did not start")
