"""At 400 % zoom a window of 1280 × 1024 is 320 × 256 pixels (WCAG 1.4.10): all is read and used by scrolling downwards
alone, and nothing lies on what has the focus (2.4.11)."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.driving import latest, let_a_week_go_by, picture, say

pytestmark = pytest.mark.browser

ZOOMED = {"width": 320, "height": 256}

CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    if (!box.width || !box.height || one.closest('.visually-hidden, .skip, select, svg')) return false;
    const outside = box.left < -0.5 || box.right > innerWidth + 0.5;
    const cut = style.overflowX !== 'visible' && !['INPUT', 'TEXTAREA'].includes(one.tagName)
        && one.scrollWidth > one.clientWidth + 1;
    return outside || cut;
}).map(one => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`)"""
"""What reaches beyond the window's sides, or scrolls sideways, or is cut off, on its own."""

HIDDEN = """one => {
    const box = one.getBoundingClientRect(), inside = x => Math.min(Math.max(x, 0), innerWidth - 1);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const points = [0.1, 0.5, 0.9].map(part => [inside(box.left + box.width * part), (top + bottom) / 2]);
    const seen = ([x, y]) => {
        const there = document.elementFromPoint(x, y);
        return there && (one.contains(there) || there.contains(one) || there.closest('label')?.control === one);
    };
    return bottom - top < Math.min(box.height, 20) || !points.some(seen);
}"""
"""Whether what has the focus is out of sight, or lies below something else."""

OVERLAPPING = """() => {
    const kinds = ['button', 'a', 'input', 'summary', 'select', 'p', 'h3', 'dd', 'dt', 'label'];
    const all = document.querySelectorAll(kinds.map(kind => `main ${kind}`).join());
    const shown = [...all].filter(one => one.checkVisibility() && !one.closest('.visually-hidden, .say'));
    const found = [];
    for (const [at, one] of shown.entries()) for (const other of shown.slice(at + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 1) found.push(`${one.textContent.trim().slice(0, 30)} / ${other.tagName}`);
    }
    return found;
}"""
"""Words and controls that lie on each other."""


async def reflows(page: Page, name: str) -> None:
    """The page as it is now is read and used at that size."""
    await expect(page.locator("main[aria-busy]")).to_have_count(0)  # then nothing moves by itself any more
    await picture(page, f"reflow-{name}")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert await page.evaluate(CUT) == [], name
    assert await page.evaluate(OVERLAPPING) == [], name
    await page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
    seen = 0
    for _ in range(120):
        await page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if not await focused.count() or await page.evaluate("document.activeElement.dataset.seen"):
            break
        await focused.evaluate("one => one.dataset.seen = 'yes'")
        what = await focused.evaluate("one => one.outerHTML.slice(0, 120)")
        assert not await focused.evaluate(HIDDEN), (name, what)
        seen += 1
    assert seen > 5
    await page.evaluate("document.querySelectorAll('[data-seen]').forEach(one => delete one.dataset.seen)")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
async def test_the_console_is_read_and_used_at_400_percent(console: str, page: Page, language: str) -> None:
    await page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    await page.goto(f"{console}console/?as=ict-secretary")
    await page.locator(f".languages button[value={language}]").click()
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await reflows(page, f"empty-{language}")
    for name, text in (
        ("answer", {"fi": "saanko päivittää facebookia työajalla", "sv": "får jag uppdatera facebook på arbetstid"}),
        ("list", {"fi": "kanavat", "sv": "lista kanaler"}),
        ("report", {"fi": "raportti", "sv": "rapport"}),
        ("form", {"fi": "rekisteröi", "sv": "registrera"}),
    ):
        english = {"answer": "may I update facebook in working time", "form": "register"}.get(name, name)
        await page.goto(f"{console}console/?as=ict-secretary")
        await say(page, text.get(language, english))
        shown = latest(page)
        await expect(shown).to_have_class("entry filling" if name == "form" else "entry reply", timeout=60_000)
        await reflows(page, f"{name}-{language}")
    await latest(page).get_by_role("button").first.click()  # what is wrong in the form is said
    await expect(page.locator(".error-summary")).to_be_visible()
    await reflows(page, f"errors-{language}")


async def test_an_inbox_with_reminders_is_read_and_used_at_400_percent(console: str, page: Page) -> None:
    await page.goto(f"{console}console/?as=ict-secretary")
    await let_a_week_go_by(page)
    await page.get_by_role("button", name="Aloita muistutukset").first.click()
    await expect(page.locator(".inbox")).to_contain_text("Muistutuksia lähetetään")
    await let_a_week_go_by(page)
    await page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    for persona in ("ict-secretary", "maintainer"):
        await page.goto(f"{console}console/?as={persona}")
        await expect(page.locator(".inbox .entry").first).to_be_visible()
        await reflows(page, f"inbox-{persona}")
