"""What the scripts of `.ci` share: servers on loopback ports, and what is installed."""
import os, pathlib, shutil, socket, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def programs():
    """The folder of the built programs."""
    built = subprocess.run([ROOT / ".ci/integration"], stdout=subprocess.PIPE, text=True, check=True)
    return pathlib.Path(built.stdout.split()[-1])


def free_ports(count):
    """The first of so many free ports in a row."""
    for first in range(20480, 30000, count):
        sockets = []
        try:
            for port in range(first, first + count):
                sockets.append(socket.create_server(("127.0.0.1", port)))
            return first
        except OSError:
            continue
        finally:
            for each in sockets:
                each.close()
    sys.exit("no free ports")


def wait_for(port):
    """Until somebody listens there, ten seconds at most."""
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
    sys.exit(f"nothing listens on {port}")


def end(process):
    """Ends a server, by force where it does not end by itself."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def install(program, package=None):
    """The Debian package of a program, where the program is missing; it has the program's name or its own."""
    if not shutil.which(program):
        subprocess.run(f"apt-get update -qq && apt-get install -y -qq {package or program} >/dev/null",
                       shell=True, check=True, env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"))
