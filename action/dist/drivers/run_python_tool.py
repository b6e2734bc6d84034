"""Runs an installed tool as `python -m` would, but never a file of the project that is called like it.

`-m` puts the project's folder in front of the path; here the folder of this file stands there, which mypy leaves out
of its search as it would the project's.
"""

import runpy
import sys

runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
