"""How a command ends when it cannot run: one clear line on stderr, exit code 2."""


class CommandError(Exception):
    """The command could not run. The text is one line that says what is wrong and what to do."""
