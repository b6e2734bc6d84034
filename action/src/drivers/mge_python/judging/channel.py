"""What is told to the judge, a line each."""

import json
import os


def create_report(nonce, out):
    """Writes to the judge by means that the tested code can no longer replace: built-in functions, kept here."""
    write, quote = os.write, json.encoder.encode_basestring_ascii

    def encode(value):
        if value is None or isinstance(value, bool):
            return {None: "null", True: "true", False: "false"}[value]
        if isinstance(value, int):
            return "%d" % value
        if isinstance(value, list):
            return "[" + ",".join(map(encode, value)) + "]"
        return quote(str.__str__(value) if isinstance(value, str) else "")

    def report(**message):
        line = ",".join(quote(name) + ":" + encode(value) for name, value in message.items())
        rest = ("\n" + nonce + "{" + line + "}\n").encode()
        while rest:
            rest = rest[write(out, rest) :]

    return report


def create_tell(report, thrown):
    """Tells what came of a case. `thrown`: what is raised of stubs while it runs, as it stands then."""

    def tell(file, name, outcome, message="", detail="", line=None):
        report(file=file, name=name, line=line, outcome=outcome, message=message, detail=detail, thrown=thrown[:])

    return tell
