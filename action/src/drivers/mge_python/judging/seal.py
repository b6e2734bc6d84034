"""What decides over tests, kept as it is before the tested code is loaded."""


class Seal:
    """`owners`: the classes and modules whose functions decide."""

    def __init__(self, owners):
        self.owners = owners
        self.sealed = {}
        self.keep()

    def keep(self):
        """Takes everything for right as it is now."""
        self.sealed.update(self.functions())

    def functions(self):
        found = {}
        for owner in self.owners:
            for name, value in list(vars(owner).items()):
                if callable(value) or isinstance(value, (staticmethod, classmethod, property)):
                    found[f"{owner.__name__}.{name}"] = (value, getattr(value, "__code__", None))
        return found

    def broken(self):
        """Name of something that was replaced; None while all is as it was."""
        now = self.functions()
        for name, value in self.sealed.items():
            if name not in now or now[name][0] is not value[0] or now[name][1] is not value[1]:
                return name
        return None
