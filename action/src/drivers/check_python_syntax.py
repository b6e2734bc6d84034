"""Parses the files named on the command line; prints one JSON object a syntax error."""

import ast
import json
import sys

for path in sys.argv[1:]:
    try:
        with open(path, "rb") as source:
            ast.parse(source.read(), path)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        column = getattr(error, "offset", None) or 1
        print(json.dumps({"file": path, "line": max(line, 1), "column": max(column, 1), "message": str(getattr(error, "msg", error))}))
