"""Records which STS calls botocore would make for profiles of AWS shared config files.

Reads one JSON object per line from stdin: {"id", "config", "credentials", "profile"}, where the two files are given as
text and credentials may be null. Without a profile no credentials are asked for, and the answer is what botocore reads
in the files. Writes one line per case, as record-botocore-calls.ts describes it.

botocore resolves the profile as always. Only its HTTP layer is replaced: STS calls are answered at `before-send`, with
an access key id that tells which call it came from, and every other request fails. No case can leave this machine.
"""

import json
import os
import re
import sys
import tempfile
import urllib.parse

SCRATCH = tempfile.TemporaryDirectory(prefix="botocore-calls-")
CONFIG = os.path.join(SCRATCH.name, "config")
CREDENTIALS = os.path.join(SCRATCH.name, "credentials")
HOME = os.path.join(SCRATCH.name, "home")
os.mkdir(HOME)

# Before the import: botocore looks for the home folder while it is loaded. What this machine's user has set is nobody's
# business here, the variables of AWS and of proxies least of all.
os.environ.clear()
os.environ.update(
    PATH="/usr/bin:/bin",
    HOME=HOME,
    AWS_CONFIG_FILE=CONFIG,
    AWS_SHARED_CREDENTIALS_FILE=CREDENTIALS,
    AWS_EC2_METADATA_DISABLED="true",
    # Otherwise /etc/boto.cfg is read.
    BOTO_CONFIG=os.path.join(HOME, "no-boto-config"),
    # Signs in Python whether or not awscrt is installed: the two fail differently for broken keys.
    BOTO_DISABLE_CRT="true",
)

import botocore.awsrequest  # noqa: E402
import botocore.configprovider  # noqa: E402
import botocore.httpsession  # noqa: E402
import botocore.loaders  # noqa: E402
import botocore.session  # noqa: E402

MFA_CODE = "123456"
MFA_PROMPT = re.compile(r"Enter MFA code for (.*): ", re.DOTALL)
DEFAULT_SESSION_NAME = re.compile(r"botocore-session-\d+")
SIGNATURE = re.compile(r"Credential=(?P<key>.*?)/\d{8}/(?P<region>[^/]*)/sts/aws4_request")

# Debian's botocore is older than the default of today's, the regional endpoint (AWS SDKs and Tools Reference Guide, "STS
# regional endpoints"), and would sign for us-east-1 in most regions. Only the default: profiles may still say otherwise.
DEFAULTS = botocore.configprovider.BOTOCORE_DEFAUT_SESSION_VARIABLES
DEFAULTS["sts_regional_endpoints"] = (*DEFAULTS["sts_regional_endpoints"][:2], "regional", None)

# The service model is what takes time. All cases see the same one, so they may share it.
LOADER = botocore.loaders.create_loader()

PARAMETERS = {
    "RoleArn": "roleArn",
    "RoleSessionName": "roleSessionName",
    "ExternalId": "externalId",
    "DurationSeconds": "durationSeconds",
    "SerialNumber": "serialNumber",
    "TokenCode": "tokenCode",
}


class NoNetwork(Exception):
    """Not one of botocore's own exceptions: those it would retry."""


class Recording:
    """What one case does."""

    def __init__(self):
        self.calls = []
        self.mfa_prompts = []
        self.other_requests = []

    def answer_sts(self, request, **_):
        parameters = dict(urllib.parse.parse_qsl(as_text(request.body), keep_blank_values=True))
        action = parameters.pop("Action")
        parameters.pop("Version", None)
        call = {"action": action, **signer(request), "host": urllib.parse.urlsplit(request.url).hostname}
        for parameter, name in PARAMETERS.items():
            call[name] = parameters.pop(parameter, None)
        if call["durationSeconds"] is not None:
            call["durationSeconds"] = int(call["durationSeconds"])
        if call["roleSessionName"] is not None and DEFAULT_SESSION_NAME.fullmatch(call["roleSessionName"]):
            call["roleSessionName"] = None
        call["otherParameters"] = parameters
        self.calls.append(call)
        return sts_answer(request.url, action, len(self.calls))

    def answer_mfa_prompt(self, prompt):
        serial = MFA_PROMPT.fullmatch(prompt)
        self.mfa_prompts.append(serial[1] if serial else prompt)
        return MFA_CODE

    def refuse(self, request):
        method, url = request.method, urllib.parse.urlsplit(request.url)
        self.other_requests.append(f"{method} {url.scheme}://{url.netloc}{url.path}")
        raise NoNetwork(f"{method} {url.netloc} was not sent")


def signer(request):
    """Whose key signed a request, and for which region; calls with a web identity are not signed."""
    signature = SIGNATURE.search(as_text(request.headers.get("Authorization", "")))
    return {
        "signedBy": signature["key"] if signature else None,
        "withSessionToken": "X-Amz-Security-Token" in request.headers,
        "region": signature["region"] if signature else None,
    }


def as_text(value):
    return value.decode() if isinstance(value, bytes) else value


class Body:
    """The part of urllib3's response that botocore reads."""

    def __init__(self, text):
        self._content = text.encode()

    def stream(self, *_, **__):
        yield self._content

    def read(self, *_, **__):
        return self._content


def sts_answer(url, action, number):
    text = f"""<{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <{action}Result>
    <Credentials>
      <AccessKeyId>ASIACALL{number:012}</AccessKeyId>
      <SecretAccessKey>secret-of-call-{number}</SecretAccessKey>
      <SessionToken>token-of-call-{number}</SessionToken>
      <Expiration>2099-01-01T00:00:00Z</Expiration>
    </Credentials>
  </{action}Result>
  <ResponseMetadata><RequestId>{number}</RequestId></ResponseMetadata>
</{action}Response>"""
    return botocore.awsrequest.AWSResponse(url, 200, {"Content-Type": "text/xml"}, Body(text))


def write_file(path, text):
    if text is None:
        if os.path.exists(path):
            os.remove(path)
        return
    with open(path, "wb") as file:
        file.write(text.encode())


def resolve(profile, recording):
    """The access key id a profile ends with; None where botocore finds no credentials at all."""
    session = botocore.session.Session(profile=profile)
    session.register_component("data_loader", LOADER)
    session.register("before-send.sts", recording.answer_sts)
    providers = session.get_component("credential_provider")
    # As the AWS CLI does it; botocore has no other way to set it.
    providers.get_provider("assume-role")._prompter = recording.answer_mfa_prompt
    credentials = session.get_credentials()
    # Roles are assumed no earlier than here.
    return credentials and credentials.get_frozen_credentials().access_key


def without_paths(message):
    for path, name in ((CONFIG, "<config>"), (CREDENTIALS, "<credentials>"), (HOME, "<home>")):
        message = message.replace(path, name)
    return message


def record(case):
    write_file(CONFIG, case["config"])
    write_file(CREDENTIALS, case["credentials"])
    recording = Recording()
    botocore.httpsession.URLLib3Session.send = lambda _, request: recording.refuse(request)
    result = {
        "id": case["id"],
        "calls": recording.calls,
        "mfaPrompts": recording.mfa_prompts,
        "otherRequests": recording.other_requests,
    }
    try:
        if case["profile"] is None:
            result["profiles"] = list(botocore.session.Session().full_config["profiles"].items())
        else:
            access_key_id = resolve(case["profile"], recording)
            if access_key_id is not None:
                # botocore does not mind a nested block in its place.
                result["accessKeyId"] = access_key_id if isinstance(access_key_id, str) else json.dumps(access_key_id)
    # Whatever botocore raises is its answer; several are Python's own, such as FileNotFoundError.
    except Exception as error:  # pylint: disable=broad-except
        result["error"] = {"type": type(error).__name__, "message": without_paths(str(error))}
    return result


def main():
    for line in sys.stdin.buffer:
        print(json.dumps(record(json.loads(line))))


if __name__ == "__main__":
    main()
