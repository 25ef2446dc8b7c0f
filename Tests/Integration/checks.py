"""What scripts of `.ci` print: a line a check, and at the end how many failed."""
import sys

failures = []


def check(name, holds, detail=""):
    """Prints a check with its figures; what does not hold fails the run."""
    if not holds:
        failures.append(name)
    print(f"{'ok    ' if holds else 'FAILED'} {name}{': ' + str(detail)[:600] if detail != '' else ''}", flush=True)


def finish(script, note=""):
    """The last line, and the status of the run."""
    print(f"{script}: {len(failures)} failed{note}")
    sys.exit(1 if failures else 0)
