"""The page in a real browser: it opens quietly, filters, searches, folds, links, and can be read without its script."""

import pytest

pytestmark = pytest.mark.browser

PAGES = ("seeds_page", "ferry_page", "large_page")
SHOWN = "article.finding:visible"


@pytest.fixture(params=PAGES)
def path(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 400, "height": 800}}])
def test_it_opens_without_a_message_and_without_a_request(visit, path, options):
    seen = visit(path, **options)
    assert seen.is_silent()
    box = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    scroll, client = seen.page.evaluate(box)
    assert scroll <= client


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, axe, path, scheme):
    page = visit(path, color_scheme=scheme).page
    if path.stem != "large":  # there it would take minutes
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.evaluate(axe)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"][:3]]) for one in found] == []


def test_every_filter_leaves_what_it_names(visit, ferry_page):
    page = visit(ferry_page).page
    all_of_them = page.locator("article.finding").count()
    for name, attribute in (("kind", "data-kind"), ("severity", "data-severity"), ("outlet", "data-outlets")):
        choices = page.locator(f"form.filters select[name={name}] option").all_inner_texts()[1:]
        assert choices
        for choice in choices:
            page.select_option(f"form.filters select[name={name}]", label=choice)
            shown = page.locator(SHOWN)
            for number in range(shown.count()):
                assert choice in shown.nth(number).get_attribute(attribute).split("\n")
            assert f"{shown.count()} of {all_of_them}" in page.inner_text("form.filters output")
        page.select_option(f"form.filters select[name={name}]", index=0)
    assert page.locator("article.finding:not([hidden])").count() == all_of_them


def test_search_finds_words_anywhere_in_a_finding(visit, ferry_page):
    page = visit(ferry_page).page
    page.fill("form.filters input[type=search]", "FERRY three")
    shown = page.locator(SHOWN).all_inner_texts()
    assert len(shown) >= 1 and all("three" in text.lower() and "ferry" in text.lower() for text in shown)
    page.fill("form.filters input[type=search]", "nosuchword")
    assert page.locator(SHOWN).count() == 0
    assert page.locator("section.group:visible").count() == 0


def test_links_between_findings_facts_and_articles_open_what_is_folded(visit, ferry_page):
    page = visit(ferry_page).page
    for link in ("article.finding blockquote a", "article.finding a.self", "table.matrix tbody th a"):
        target = page.get_attribute(link, "href")
        page.locator(link).first.click()
        page.wait_for_function("(hash) => location.hash === hash", arg=target)
        assert page.locator(target).first.is_visible()
    page.goto(f"file://{ferry_page}#%E0%A4%A")  # no id and no valid escape: no reason to stumble


def test_without_javascript_everything_can_be_read(visit, path):
    seen = visit(path, java_script_enabled=False)
    page = seen.page
    assert seen.is_silent()
    assert not page.locator("form.filters").is_visible()
    assert page.locator("article.finding").count() > 0
    assert page.locator("article.finding[hidden], section[hidden]").count() == 0
    folded = page.locator("main details:not([open]) > summary")
    while (left := folded.count()) and path.stem != "large":
        folded.first.click()
        assert folded.count() < left or page.locator("main details[open]").count()
    if path.stem != "large":
        for finding in page.locator("article.finding").all():
            assert finding.is_visible()
