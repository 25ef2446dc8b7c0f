"""A browser for references, and the pictures that it takes."""
import base64, os, pathlib, shutil, sys, time

from selenium import webdriver
from selenium.webdriver.common.by import By

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent.parent
shots = pathlib.Path(os.environ.get("SCREENSHOTS", ROOT / ".build" / "screenshots"))
shots.mkdir(parents=True, exist_ok=True)
axe = next(pathlib.Path(sys.prefix).glob("lib/*/site-packages/axe_playwright_python/axe.min.js")).read_text(encoding="utf-8")


class Browser:
    """Chromium without a window; one for each width, scheme or setting."""

    def __init__(self, width=1440, height=900, dark=False, script=True):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        if not script:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        self.resize(width, height)
        if dark:
            self.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        self.command("Page.enable")
        self.command("Page.addScriptToEvaluateOnNewDocument", source="window.violations = []; document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));")

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def resize(self, width, height):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def open(self, folder, anchor=""):
        self.driver.get("about:blank")
        self.driver.get((folder / "index.html").resolve().as_uri() + anchor)
        time.sleep(0.3)
        return self

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def keys(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)
        time.sleep(0.1)

    def shoot(self, name):
        time.sleep(0.2)
        (shots / f"{name}.png").write_bytes(base64.b64decode(self.command("Page.captureScreenshot")["data"]))

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser")] + (self.run("return window.violations") or [])

    def violations(self):
        """What axe-core finds, a line a rule."""
        self.run(axe)
        found = self.driver.execute_async_script("const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then((result) => done(result.violations.map((violation) => `${violation.id} ${violation.nodes.length}x ${violation.nodes[0].html.slice(0, 160)} ${violation.nodes[0].failureSummary}`)))")
        return found

    def quit(self):
        self.driver.quit()
