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
    for name in ("kind", "severity", "outlet", "entity"):
        choices = page.locator(f"form.filters select[name={name}] option").evaluate_all(
            "(all) => all.map((o) => o.value)"
        )
        assert len(choices) > 1
        for choice in choices[1:]:
            page.select_option(f"form.filters select[name={name}]", value=choice)
            shown = page.locator(SHOWN)
            marks = shown.evaluate_all(f"(all) => all.map((one) => one.dataset.{name}.split(' '))")
            wanted = page.locator("article.finding").evaluate_all(
                f"(all, choice) => all.filter((one) => one.dataset.{name}.split(' ').includes(choice)).length", choice
            )
            assert all(choice in mark for mark in marks) and len(marks) == wanted
            said = page.inner_text("form.filters output")
            assert said == (f"{wanted} of {all_of_them} shown" if wanted else "Nothing found")
        page.click("form.filters button[type=reset]")
        page.wait_for_selector("form.filters button", state="hidden")  # it is of use only while something is chosen
    assert page.locator("article.finding:not([hidden])").count() == all_of_them


def test_the_entity_filter_knows_who_is_meant(visit, ferry_page):
    page = visit(ferry_page).page
    names = page.locator("select[name=entity] option").all_inner_texts()
    page.select_option("select[name=entity]", label=next(name for name in names if "Dahlgren" in name))
    assert 0 < page.locator(SHOWN).count() < page.locator("article.finding").count()
    assert all("Dahlgren" in text for text in page.locator(f"{SHOWN} .sides").all_text_contents())


def test_search_finds_words_anywhere_in_a_finding(visit, ferry_page):
    page = visit(ferry_page).page
    page.fill("form.filters input[type=search]", "FERRY three")
    shown = page.locator(SHOWN).all_inner_texts()
    assert len(shown) >= 1 and all("three" in text.lower() and "ferry" in text.lower() for text in shown)
    page.fill("form.filters input[type=search]", "")
    assert page.locator("article.brief details[open]").count() == 0
    page.fill("form.filters input[type=search]", "nosuchword")
    assert page.locator(SHOWN).count() == 0
    assert page.locator("section.group:visible").count() == 0


def test_filters_open_the_folds_that_hold_something_and_close_them_again(visit, large_page):
    page = visit(large_page).page
    folds = "section.group details.more"
    assert page.locator(f"{folds}[open]").count() == 0 < page.locator(folds).count()
    page.fill("form.filters input[type=search]", "d-more-117")
    page.wait_for_selector("#finding-d-more-117", state="visible")
    assert page.locator(SHOWN).count() == page.locator(f"{folds}[open]").count() == 1
    page.fill("form.filters input[type=search]", "")
    assert page.locator(f"{folds}[open], {folds}[hidden]").count() == 0


def test_a_key_leads_to_the_search_and_is_a_sign_inside_of_it(visit, ferry_page):
    page = visit(ferry_page).page
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.input_value("form.filters input[type=search]") == "a/b"


def test_pointing_at_an_article_in_the_picture_dims_what_it_does_not_say(visit, ferry_page):
    page = visit(ferry_page).page
    assert page.locator("svg .faint").count() == 0
    page.locator("figure.picture svg a circle").first.hover()
    assert 0 < page.locator("svg path.faint").count() < page.locator("svg path.edge").count()
    page.mouse.move(1, 1)
    assert page.locator("svg .faint").count() == 0


def test_links_between_findings_facts_and_articles_open_what_is_folded(visit, ferry_page):
    page = visit(ferry_page).page
    links = (
        "article.finding blockquote a",  # to the claim in its article
        "article.finding a.self",
        "article.finding .pairs a",  # to the fact
        "table.matrix tbody th a",
        "table.matrix thead th a",
        ".events a",
        ".text a.claim",  # from the article to the fact, and on to finding and claim
        "details.fact .links a",
        "details.fact q a",
    )
    for link in links:
        target = page.get_attribute(link, "href")
        page.locator(link).first.evaluate("(link) => link.click()")
        page.wait_for_url(f"**{target}")
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
