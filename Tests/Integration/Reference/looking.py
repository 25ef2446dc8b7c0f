"""What a reader of a reference does: searches, follows links, copies, prints, with and without JavaScript."""
import base64, re, time

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import Browser, shots
from checks import check


def check_search(browser, operation):
    browser.run("document.activeElement.blur()")
    browser.one("body").send_keys("/")
    active = browser.driver.switch_to.active_element
    check("search: '/' leads there", active.get_attribute("id") == "query")
    browser.keys(operation["word"])
    status = browser.one("#status").text or browser.run("return document.getElementById('status').textContent")
    options = browser.all("#results [role=option]")
    check("search: a term is found and announced", options and re.fullmatch(r"\d+ results?", status), status)
    check("search: axe", not (found := browser.violations()), found or "")
    browser.shoot("search")
    browser.keys(Keys.ARROW_DOWN, Keys.ARROW_UP)
    chosen = browser.one("#results [aria-selected=true]").get_attribute("id")
    check("search: the arrows choose", chosen == "result-0" == browser.one("#query").get_attribute("aria-activedescendant"))
    browser.keys(Keys.ENTER)
    time.sleep(0.3)
    check("search: Enter goes there", browser.run("return location.hash") == "#" + operation["anchor"], browser.run("return location.hash"))
    check("search: the focus goes along", browser.run("return document.activeElement.closest('article, section')?.id") == operation["anchor"])
    browser.one("body").send_keys("/")
    browser.keys("qqqzzzxx")
    check("search: what is nowhere is not found", browser.one("#nothing").is_displayed() and browser.run("return document.getElementById('status').textContent") == "0 results")
    browser.keys(Keys.ESCAPE)
    check("search: Escape closes", not browser.one("#found").is_displayed())


def check_entry(browser, anchor):
    top = browser.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", anchor)
    check("permalink: the operation stands at the top", -5 < top < 120, f"{top:.0f} px")
    current = browser.run("return document.querySelector('.contents [aria-current]')?.hash")
    check("navigation: shows where one is", current == "#" + anchor, current)
    tabs = browser.all(f"#{anchor} .statuses [role=tab]")
    tabs[-1].click()
    panel = browser.run("return document.getElementById(arguments[0].getAttribute('aria-controls')).checkVisibility()", tabs[-1])
    check("tabs: a click shows the panel, and only that", panel and len([p for p in browser.all(f"#{anchor} .statuses > .panel") if p.is_displayed()]) == 1)
    tabs[-1].send_keys(Keys.ARROW_RIGHT)
    check("tabs: the arrows move", tabs[0].get_attribute("aria-selected") == "true")
    languages = [tab.text for tab in browser.all(f"#{anchor} .samples .tabs:first-child [role=tab]")]
    check("samples: five languages", languages == ["curl", "HTTP", "Swift", "Python", "JavaScript"], languages)
    browser.run("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    browser.one(f"#{anchor} .call button").click()
    copied = browser.run("return window.copied")
    check("copy: method and path", re.match(r"[A-Z]+ /", copied or ""), copied)
    browser.run("document.querySelector(`#${arguments[0]} .frame button`).click()", anchor)
    check("copy: a sample", (browser.run("return window.copied") or "").startswith("curl "))
    browser.one("#filter").send_keys("zzzz")
    check("navigation: the filter hides", not any(link.is_displayed() for link in browser.all(".contents a")))
    browser.one("#filter").send_keys(Keys.BACKSPACE * 4)
    check("navigation: and shows again", browser.one(".contents a").is_displayed())


def check_print(browser, name):
    pdf = base64.b64decode(browser.command("Page.printToPDF", printBackground=True)["data"])
    (shots / f"{name}.pdf").write_bytes(pdf)
    browser.command("Emulation.setEmulatedMedia", media="print")
    browser.run("dispatchEvent(new Event('beforeprint'))")
    hidden = browser.run("return [...document.querySelectorAll('main details > :not(summary), main .panel')].filter((element) => !element.checkVisibility({contentVisibilityAuto: false})).length")
    check("print: everything is open", pdf.startswith(b"%PDF") and hidden == 0, f"{len(pdf) // 1024} KB, {hidden} hidden")
    browser.run("dispatchEvent(new Event('afterprint'))")
    browser.command("Emulation.setEmulatedMedia", media="")


def check_wide(folder, operation):
    browser = Browser().open(folder)
    check("index: axe", not (found := browser.violations()), found or "")
    browser.shoot("index-wide-light")
    check_search(browser, operation)
    browser.open(folder, "#" + operation["anchor"])
    browser.shoot("operation-wide-light")
    check("operation: axe", not (found := browser.violations()), found or "")
    check_entry(browser, operation["anchor"])
    browser.open(folder, "#" + operation["type"])
    browser.run("for (const details of document.querySelectorAll('main details')) details.open = true")
    check("type: axe", not (found := browser.violations()), found or "")
    browser.shoot("type-wide-light")
    browser.one("#theme").click()
    dark = browser.run("return getComputedStyle(document.body).backgroundColor")
    check("dark: the switch", browser.run("return document.documentElement.dataset.theme") == "dark" and dark != "rgb(255, 255, 255)", dark)
    check("dark: axe", not (found := browser.violations()), found or "")
    check("focus: is seen", browser.run("const link = document.querySelector('.skip'); link.focus({focusVisible: true}); return getComputedStyle(link).outlineStyle") == "solid")
    check_print(browser.open(folder), "print")
    check("no complaint of the browser", not (found := browser.complaints()), found or "")
    check("nothing is fetched", (count := browser.run("return performance.getEntriesByType('resource').length")) == 0, count)
    browser.quit()


def check_narrow(folder, operation):
    for dark in [False, True]:
        browser = Browser(320, 700, dark=dark).open(folder)
        wide = browser.run("return [document.documentElement.scrollWidth, ...[...document.querySelectorAll('main *')].map((e) => e.closest('pre') ? 0 : Math.round(e.getBoundingClientRect().right))].reduce((a, b) => Math.max(a, b))")
        check(f"320 px, {'dark' if dark else 'light'}: no horizontal scroll bar", wide <= 320, f"{wide} px")
        browser.open(folder, "#" + operation["anchor"]).shoot(f"operation-narrow-{'dark' if dark else 'light'}")
        check("320 px: axe", not (found := browser.violations()), found or "")
        browser.quit()
    browser = Browser(dark=True).open(folder, "#" + operation["anchor"])
    check("dark: as the system says", browser.run("return getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)")
    browser.shoot("operation-wide-dark")
    browser.quit()


def check_without_script(folder, operation):
    browser = Browser(script=False).open(folder, "#" + operation["anchor"])
    panels = browser.all(f"#{operation['anchor']} .panel")
    check("without JavaScript: every status and language is shown", panels and all(panel.is_displayed() for panel in panels), len(panels))
    check("without JavaScript: no search that does nothing", not browser.one("#search").is_displayed())
    browser.shoot("operation-without-script")
    nested = browser.all(f"#{operation['anchor']} .prose .members > td > details")
    inner = nested[0].find_element(By.CSS_SELECTOR, "table") if nested else None
    before = inner and inner.is_displayed()
    if nested:
        nested[0].find_element(By.CSS_SELECTOR, "summary").click()
    check("without JavaScript: nested rows open", inner and not before and inner.is_displayed() and inner.find_element(By.CSS_SELECTOR, "tbody th").is_displayed(), len(nested))
    pdf = base64.b64decode(browser.command("Page.printToPDF")["data"])
    check("without JavaScript: it prints", pdf.startswith(b"%PDF"), f"{len(pdf) // 1024} KB")
    browser.quit()


def compose():
    """The four pictures of an operation as the one that the README shows."""
    names = ["operation-wide-light", "operation-narrow-light", "operation-wide-dark", "operation-narrow-dark"]
    pictures = "".join(f'<img src="{name}.png">' for name in names)
    style = "body{margin:0;padding:16px;background:#8b93a1;display:flex;flex-wrap:wrap;gap:12px}img{height:520px;border-radius:6px}"
    page = shots / "operation.html"
    page.write_text(f"<!doctype html><title>An operation</title><style>{style}</style>{pictures}", encoding="utf-8")
    browser = Browser(1116, 1084)
    browser.driver.get(page.resolve().as_uri())
    browser.shoot("operation")
    browser.quit()
    page.unlink()
    check("screenshots: wide and narrow, light and dark, in one picture", (size := (shots / "operation.png").stat().st_size) < 400_000, f"{size // 1024} KB")
