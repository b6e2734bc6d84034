"""What is seen of a function from inside while it runs: by which ways it goes, and a digest of the values on them."""

import ast
import copy

NAME = "_mge_see"  # in the globals of the watched functions
MOST_SEEN = 20000
MOST_FEATURES = 50000


class Watched(ast.NodeTransformer):
    """Shows the values that a function's course hangs on: conditions, operands of `and` and `or`, what is assigned and returned."""

    def __init__(self):
        self.count = 0

    def shown(self, value):
        self.count += 1
        call = ast.Call(ast.Name(NAME, ast.Load()), [ast.Constant(self.count), value], [])
        return ast.copy_location(call, value)

    def visit_test(self, node):
        self.generic_visit(node)
        node.test = self.shown(node.test)
        return node

    visit_If = visit_While = visit_IfExp = visit_test

    def visit_value(self, node):
        self.generic_visit(node)
        if node.value is not None:
            node.value = self.shown(node.value)
        return node

    visit_Assign = visit_Return = visit_value

    def visit_BoolOp(self, node):
        self.generic_visit(node)
        node.values = [self.shown(value) for value in node.values]
        return node

    def visit_comprehension(self, node):
        self.generic_visit(node)
        node.ifs = [self.shown(test) for test in node.ifs]
        return node


def watched(node):
    """A copy of a function's tree that does what it did, and is watched. Values of parameters are none of its own."""
    node = copy.deepcopy(node)
    watcher = Watched()
    node.body = [watcher.visit(one) for one in node.body]
    return node


class Sight:
    """What the watched functions show."""

    def __init__(self):
        self.features = set()
        self.begin()

    def begin(self):
        self.hash, self.last, self.left = 0, 0, MOST_SEEN

    def __call__(self, place, value):
        if self.left > 0:
            self.left -= 1
            kind, digest = look(value)
            feature = (place, kind)
            if len(self.features) < MOST_FEATURES:
                self.features.add(feature)
                self.features.add((self.last, feature))
            self.last = place
            self.hash = hash((self.hash, kind, digest))
        return value


def look(value):
    """What sort of value it is, and a digest of a plain one. Nothing of the project's own is called."""
    kind = type(value)
    if value is None or kind is bool:
        return repr(value), 0
    if kind is int:
        return ("int", value if -2 < value < 8 else 9 if value > 0 else -9), value
    if kind is str or kind is bytes:
        return (kind.__name__, len(value) if len(value) < 6 else 4 + len(value).bit_length()), value[-32:]
    if kind in (list, tuple, dict, set, frozenset):
        return (kind.__name__, min(len(value), 6)), len(value)
    return kind.__name__, value if kind is float else 0
