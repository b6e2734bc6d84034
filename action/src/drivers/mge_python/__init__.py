"""
What the Python drivers are made of. One package, called like nothing that a project may have beside it:
`judging` runs tests in front of the judge; `recording` keeps what functions are called with while tests run; `inputs` are those, and
ones like them, made of `variants` of their values; `comparison` runs two versions of a function on them; `values` are copied and told.
"""
