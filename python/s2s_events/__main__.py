"""`python -m s2s_events`: the program `s2s`."""

import signal
import sys

from ._native import main


def run() -> None:
    """Run the program with the arguments of the command line, and end with its exit code."""
    # Python's handler would only take note of Ctrl-C, and the program would go on.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(main(["s2s", *sys.argv[1:]]))


if __name__ == "__main__":
    run()
