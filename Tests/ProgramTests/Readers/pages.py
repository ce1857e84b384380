"""Opens exported pages in Chromium without a window and walks them by their keys.

Arguments: the pages' files. Prints for each: the steps there are, the steps that the keys have
shown, the requests beside the page itself, and what the console said.
"""

import json
import shutil
import sys

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    print("null")
    sys.exit(0)

browser_file = shutil.which("chromium") or shutil.which("google-chrome")
if browser_file is None:
    print("null")
    sys.exit(0)


def walk(browser, file, scheme):
    page = browser.new_context(color_scheme=scheme).new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto("file://" + file)
    steps = page.evaluate("document.querySelectorAll('section.step').length")
    shown = 1
    for _ in range(steps - 1):
        page.keyboard.press("l")
        current = page.evaluate(
            "[...document.querySelectorAll('section.step')]"
            ".filter(s => s.offsetHeight > 0).length"
        )
        shown = max(shown, current)
    page.keyboard.press("h")
    back = page.evaluate(
        "[...document.querySelectorAll('section.step')].filter(s => s.offsetHeight > 0).length"
    )
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()
    return {
        "steps": steps,
        "shown": shown,
        "back": back,
        "requests": [url for url in asked if not url.startswith("file://")],
        "console": said,
        "background": colour,
    }


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=browser_file, args=["--no-sandbox"])
    print(json.dumps([[walk(browser, f, s) for s in ("light", "dark")] for f in sys.argv[1:]]))
    browser.close()
