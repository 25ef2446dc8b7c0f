"""Prints how many MB/s docutils parses of the reStructuredText below a folder, median of five."""

import pathlib
import statistics
import sys
import time

from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

pages = sorted(p for p in pathlib.Path(sys.argv[1]).rglob("*") if p.suffix in (".rst", ".inc"))
text = "\n".join(p.read_text(encoding="utf-8") for p in pages)
settings = get_default_settings(Parser)
settings.report_level = 5
settings.halt_level = 6


def seconds():
    start = time.perf_counter()
    Parser().parse(text, new_document("corpus", settings))
    return time.perf_counter() - start


print("docutils", len(text.encode()) / 1_000_000 / statistics.median(seconds() for _ in range(5)))
