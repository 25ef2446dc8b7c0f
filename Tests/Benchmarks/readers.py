#!/usr/bin/env python3
"""Sets the readers beside their peers: megabytes a second of processor time, the median of nine
runs.

    python3 Tests/Benchmarks/readers.py

Builds ReadBenchmark, installs the peers into .build/peers, repeats the Markdown of
../shared/corpus to eight megabytes, and prints a line for each program and a line for each ratio.
Prints that it was skipped where there is no ../shared.
"""

import os
import pathlib
import subprocess
import sys
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("ENDPOINTGEN_SHARED", ROOT.parent / "shared"))
PEERS = ROOT / ".build" / "peers"
SIZE = 8_000_000


def write_front_matter(path):
    """Runs in the peers' own Python: the heads of the corpus' pages as one list, to SIZE bytes."""
    import yaml

    heads = []
    for page in sorted((SHARED / "corpus").rglob("*.md")):
        parts = page.read_text(encoding="utf-8").split("---\n", 2)
        if len(parts) < 3 or parts[0].strip():
            continue
        try:
            yaml.load(parts[1], Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            continue
        heads.append("-\n" + "".join("  " + line for line in parts[1].splitlines(keepends=True)))
    text = "".join(heads)
    path.write_text(text * (SIZE // len(text) + 1))


def sample(suffixes):
    """The corpus' pages of some suffixes, one after the other, over and over to SIZE bytes."""
    pages = sorted(p for p in (SHARED / "corpus").rglob("*") if p.suffix in suffixes)
    text = b"\n".join(p.read_bytes() for p in pages)
    return (text * (SIZE // len(text) + 1))[:SIZE].decode("utf-8", "ignore")


def peer(name, text, runs):
    """Runs in the peers' own Python: prints megabytes a second."""
    if name == "cmarkgfm":
        import cmarkgfm

        action = lambda: cmarkgfm.github_flavored_markdown_to_html(text)
    elif name == "PyYAML":
        import yaml

        action = lambda: yaml.load(text, Loader=yaml.CSafeLoader)
    else:
        from markdown_it import MarkdownIt

        action = lambda: MarkdownIt("gfm-like", {"linkify": False}).render(text)
    times = []
    for _ in range(runs):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    print(len(text.encode()) / 1e6 / sorted(times)[len(times) // 2])


def peer_rate(name, path, runs):
    python = PEERS / "bin" / "python"
    command = [python, __file__, "--peer", name, path, str(runs)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def install():
    if not (PEERS / "bin" / "python").exists():
        venv.create(PEERS, with_pip=True)
    packages = ["cmarkgfm", "markdown-it-py", "PyYAML"]
    subprocess.run([PEERS / "bin" / "python", "-m", "pip", "install", "-q", *packages], check=True)


def own_rates(paths):
    build = ["swift", "build", "-c", "release", "--scratch-path", ".build-release"]
    subprocess.run([*build, "--product", "ReadBenchmark"], cwd=ROOT, check=True)
    tool = ROOT / ".build-release" / "release" / "ReadBenchmark"
    subprocess.run([tool, "--pathological"], check=True)
    lines = subprocess.run([tool, *paths], check=True, capture_output=True, text=True).stdout
    return {line.split()[0]: float(line.split()[1]) for line in lines.splitlines()}


def main():
    if not SHARED.exists():
        print("readers: skipped (no ../shared)")
        return
    install()
    folder = ROOT / ".build" / "samples"
    folder.mkdir(parents=True, exist_ok=True)
    markdown = folder / "markdown.md"
    markdown.write_text(sample({".md", ".mdx"}))
    heads = folder / "heads.yaml"
    write = [PEERS / "bin" / "python", __file__, "--front-matter", heads]
    subprocess.run(write, check=True)
    rates = own_rates([markdown, heads])
    own = rates["markdown.md"]
    cmark = peer_rate("cmarkgfm", markdown, 9)
    markdown_it = peer_rate("markdown-it-py", markdown, 9)
    print(f"Markdown: {own:.1f} MB/s, cmarkgfm {cmark:.1f}, markdown-it-py {markdown_it:.1f}")
    print(f"Markdown against cmarkgfm: {own / cmark:.2f} (goal 1.5)")
    print(f"Markdown against markdown-it-py: {own / markdown_it:.1f} (goal 10)")
    own, pyyaml = rates["heads.yaml"], peer_rate("PyYAML", heads, 9)
    print(f"front matter: {own:.1f} MB/s, PyYAML's C loader {pyyaml:.1f}: {own / pyyaml:.1f} (goal 1)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--front-matter"]:
        write_front_matter(pathlib.Path(sys.argv[2]))
    elif sys.argv[1:2] == ["--peer"]:
        peer(sys.argv[2], pathlib.Path(sys.argv[3]).read_text(), int(sys.argv[4]))
    else:
        main()
