"""An environment of a script's own, with the packages from PyPI that it needs."""
import os
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent


def enter(packages):
    """Runs the script again inside its environment, unless it is there already."""
    script = pathlib.Path(sys.argv[0]).resolve()
    venv = root / ".build" / f"{script.name}-venv"
    if sys.prefix.startswith(str(venv)):
        return
    python = venv / "bin" / "python"
    if not (venv / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
        (venv / "ready").touch()
    os.execv(python, [str(python), *sys.argv])
