"""What decides over tests, kept as it is before the tested code is loaded."""

import sys
from operator import is_
from types import FrameType, FunctionType

# By these a class answers for names that it does not have.
HOOKS = ("__getattribute__", "__getattr__", "__setattr__", "__init_subclass__")


class Replaced(AssertionError):
    """Something that decides over tests is another thing by now."""


def functions_of(owner):
    return [name for name, value in vars(owner).items() if callable(value) or isinstance(value, (staticmethod, classmethod, property))]


class Seal:
    """Functions that decide: their code cannot be replaced any more, and who puts others in their place is told."""

    def __init__(self):
        self.kept = {}  # by owner: names, and what they stood for
        self.functions = set()
        sys.addaudithook(create_refusal(self.functions))

    def keep(self, owners):
        """Takes the functions of classes and modules for right as they are now."""
        for owner in owners:
            self.keep_names(owner, functions_of(owner))

    def keep_names(self, owner, names):
        """`names` that `owner` does not have may not be given to it either."""
        names = (*names, *HOOKS)
        values = tuple(map(vars(owner).get, names))
        self.functions.update(id(value) for value in values if isinstance(value, FunctionType))
        self.kept[owner] = names, values

    def broken(self, owners=None):
        """Name of something that was replaced, of all owners or of these; None while all is as it was."""
        for owner in self.kept if owners is None else filter(self.kept.__contains__, owners):
            names, values = self.kept[owner]
            # By identity: what stands there now may say that it equals what stood there.
            if not all(map(is_, map(vars(owner).get, names), values)):
                now = vars(owner)
                changed = [name for name, value in zip(names, values) if now.get(name) is not value]
                return ", ".join(f"{owner.__name__}.{name}" for name in changed) or owner.__name__
        return None

    def check(self, *owners):
        changed = self.broken(owners or None)
        if changed is not None:
            raise Replaced(f"the code under test has replaced {changed}")


def create_refusal(functions):
    """
    For what the interpreter asks about before it does it; such a function can never be taken away again. Refused are other code for
    functions that decide, and looks into the working memory of frames and of the process, where the word is that ends a run.
    """
    text, frame = str, FrameType

    def refuse(event, words):
        if event == "object.__setattr__":
            if words[1] == "__code__" and id(words[0]) in functions:
                raise Replaced(f"{words[0].__qualname__} may not be replaced while tests are judged")
        elif event == "gc.get_referents":
            for one in words[0]:
                if type(one) is frame:
                    raise Replaced("frames may not be searched while tests are judged")
        elif event == "open":
            path = words[0]
            if type(path) is text and path[:5] == "/proc" and path[-4:] == "/mem":
                raise Replaced("the memory of the process may not be read while tests are judged")

    return refuse
