"""What the tests have counted and measured, printed once at the end of the run whether they pass or fail."""
LINES = []


def say(line):
    """Keeps a line for the end of the run."""
    LINES.append(line)
