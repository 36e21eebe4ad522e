"""An article that wants to be more than text: it runs nothing, and nothing outside its own block looks otherwise."""

from datetime import date

import attrs
import pytest

from factcheck import Article, reconcile

pytestmark = pytest.mark.browser

RIGHT_TO_LEFT, ISOLATE = "\u202e", "\u2067"
TRICKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    '<img src="https://evil.example/x.png" onerror="alert(3)">',
    "</style><style>* { display: none !important }</style>",
    '"><svg onload=alert(4)><iframe src="https://evil.example/">',
    "' onmouseover='alert(5)' autofocus onfocus='alert(6)",
    "</p></div></details></section></main></body></html><h1>Another page</h1>",
    "<base href='https://evil.example/'><meta http-equiv='refresh' content='0;url=https://evil.example/'>",
    "{{ 7*7 }} {% include '/etc/passwd' %} ${alert(7)} #{alert(8)} <%= 7*7 %>",
    "<!-- --><![CDATA[ <a href='javascript:alert(9)'>here</a> ]]> &lt;b&gt; &amp; &#60;",
    f"{RIGHT_TO_LEFT}sdrawkcab {ISOLATE}isolated \u202dforced",
    "\u2028alert(10)\u2029//\u0000\u001b[31m\u0085\ufeff",
    "x" * 10_000,
    "\u0336".join("Zalgo") + "\u0336" * 400,
    "</textarea></title></noscript></template><plaintext>",
)
HOSTILE = "\n\n".join(f"{trick} and that is all." for trick in TRICKS)
HARMLESS = "\n\n".join("The harbour was quiet and that is all." for _ in TRICKS)
# What stays of a page when the article's own block and the lines that quote its title and its hash are emptied.
REST = """() => {
  document.querySelectorAll("#article-other, [data-article=other]").forEach((one) => one.remove());
  document.querySelectorAll("td code").forEach((one) => (one.textContent = ""));
  return document.documentElement.outerHTML;
}"""
PLACES = """() => [...document.querySelectorAll("h1, h2, h3, h4, nav a, article.finding, table.matrix, footer")]
  .filter((one) => !one.closest("#article-other"))
  .map((one) => [one.tagName, Math.round(one.getBoundingClientRect().left), Math.round(one.offsetWidth)])"""


@pytest.fixture
def with_article(ferry, write_page):
    """The page of the ferry with one more article that says the given words."""

    def make(name, text):
        more = Article(id="other", text=text, source="other.example", title="Other", url="javascript:alert(11)")
        return write_page(name, attrs.evolve(ferry, articles=(*ferry.articles, more)))

    return make


def test_a_hostile_article_changes_nothing_outside_its_block(visit, with_article):
    hostile, harmless = visit(with_article("hostile", HOSTILE)), visit(with_article("harmless", HARMLESS))
    assert hostile.is_silent() and harmless.is_silent()
    assert hostile.page.title() == harmless.page.title()
    for one in (hostile, harmless):
        one.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert "{{ 7*7 }}" in hostile.page.inner_text("#article-other")
    assert "<script>alert(1)</script>" in hostile.page.inner_text("#article-other")
    assert hostile.page.evaluate("document.documentElement.scrollWidth") == 1280
    assert hostile.page.evaluate(PLACES) == harmless.page.evaluate(PLACES)
    assert hostile.page.evaluate(REST) == harmless.page.evaluate(REST)


def test_what_it_says_is_quoted_in_findings_and_still_runs_nothing(visit, write_page):
    """Read by the whole pipeline, so that it comes into every part of the page: findings, facts, sources, filters."""
    said = "{name} said {count} people died in the fire on the ferry Astrid near Lunden on Tuesday {trick}."
    articles = [
        Article(
            id=f"{number}{name}",
            text="\n\n".join(said.format(name="Erik Dahlgren", count=count, trick=trick) for trick in TRICKS),
            source=f"{name}{TRICKS[number]}",
            title=f"{TRICKS[number + 4]} {name}",
            published=date(2024, 3, 12),
            url=f"javascript:alert('{name}')",
        )
        for number, (name, count) in enumerate((("first", "three"), ("second", "nine")))
    ]
    results = reconcile(articles)
    assert results.findings
    seen = visit(write_page("quoted", results))
    page = seen.page
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.fill("form.filters input[type=search]", "<script>")
    page.fill("form.filters input[type=search]", "")
    for name in ("outlet", "entity"):
        for number in range(page.locator(f"select[name={name}] option").count()):
            page.select_option(f"select[name={name}]", index=number)
    assert seen.is_silent()
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    assert page.locator("script").count() == page.locator("style").count() == page.locator("main").count() == 1
    assert page.locator("img, iframe, base, object, embed, plaintext, [onload], [onerror], [style]").count() == 0
    assert {link.split(":")[0] for link in page.evaluate("[...document.links].map((a) => a.href)")} == {"file"}
    assert not page.evaluate(
        "[...document.querySelectorAll('*')].some((e) => e.getAttributeNames().some((n) => /^on/.test(n)))"
    )


def test_the_policy_stops_what_would_get_in_all_the_same(visit, ferry_page):
    """Somebody pastes a script, a handler and a picture into the finished file: none of them comes to anything."""
    evil = (
        "<script>document.title = 'run'</script><img src='https://evil.example/x' onerror=\"document.title = 'run'\">"
    )
    path = ferry_page.with_name("pasted.html")
    path.write_text(ferry_page.read_text(encoding="utf-8").replace("</main>", f"{evil}</main>"), encoding="utf-8")
    seen = visit(path)
    assert "run" not in seen.page.title()
    assert seen.failures == {"https://evil.example/x": "csp"}
    assert len([message for message in seen.messages if "Content Security Policy" in message]) >= 2
