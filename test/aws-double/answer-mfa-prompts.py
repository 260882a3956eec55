"""Runs a command on a terminal of its own and types a TOTP code whenever the command asks for an MFA code.

Usage: answer-mfa-prompts.py SEED COMMAND [ARGUMENT...]

What the command prints goes to standard output, followed by the line "prompts=<how many> exit=<exit code>".
"""

import os
import pty
import subprocess
import sys

seed, *command = sys.argv[1:]
screen = b""
prompts = 0


def read_and_answer(terminal):
    global screen, prompts
    output = os.read(terminal, 4096)
    screen += output
    # A prompt may arrive in pieces, so the whole screen is counted, not the piece.
    if screen.count(b"Enter MFA code") > prompts:
        prompts += 1
        code = subprocess.run(["oathtool", "--totp", "--base32", seed], capture_output=True, check=True).stdout
        os.write(terminal, code)
    return output


status = pty.spawn(command, read_and_answer)
print(f"prompts={prompts} exit={os.waitstatus_to_exitcode(status)}")
