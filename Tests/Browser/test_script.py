"""What the site's own script adds: finding, sorting, and the values of a chart by the arrow keys."""
import pytest

from visits import listen


def pages_with(all_pages, mark, language="da"):
    """One page of each site in this language that has this mark in it, the largest."""
    found = {}
    for page in sorted(all_pages, key=lambda page: page.size):
        if page.language == language and mark in page.file.read_text(encoding="utf-8"):
            found[page.site] = page
    return list(found.values())


def ask(page, words):
    """The names that are left when somebody looks for words."""
    page.locator("form.search input").fill(words)
    return page.locator(".found li:visible").all_inner_texts()


def test_search_finds_across_spellings(readers, all_pages):
    """An å is found as aa, an ø as oe, a word by another ending, and the number found is said aloud."""
    def search(page, item):
        listen(page, item.site.address)
        page.goto(item.url)
        everything = ask(page, "")
        told = page.locator("form.search [role=status]")
        answers = {words: ask(page, words) for words in ("sygefravær", "sygefravaer", "SYGEFRAVÆRET", "foreningen")}
        said = told.inner_text()
        nothing = ask(page, "qqqq"), told.inner_text()
        return [(everything, answers, said, nothing, page.problems)]
    chosen = [page for page in pages_with(all_pages, '<form class="search"') if page.site.example == "root"]
    assert chosen, "there is no page to search on"
    for everything, answers, said, (nothing, none_said), problems in readers.over(chosen, search):
        assert not problems, problems
        assert any("Sygefravær" in name for name in answers["sygefravær"])
        assert len(answers["sygefravær"]) < len(everything)
        assert answers["sygefravær"] == answers["sygefravaer"] == answers["SYGEFRAVÆRET"]
        assert any("forening" in name.lower() for name in answers["foreningen"])
        assert str(len(answers["foreningen"])) in said
        assert nothing == [] and none_said


def test_sorting_turns_the_rows_and_gives_them_back(readers, all_pages):
    """A heading's button sorts by its column, names the order to screen readers, and a third press undoes it."""
    def sort(page, item):
        listen(page, item.site.address)
        page.goto(item.url)
        table = page.locator("table[data-sort]").first
        rows = lambda: table.locator("tbody tr:not(.total) th").all_inner_texts()
        button, first = table.locator("thead button").first, rows()
        forms = []
        for _ in range(3):
            button.press("Enter")
            forms.append((table.locator("[aria-sort]").count(), rows()))
        return [(first, forms, page.problems)]
    chosen = pages_with(all_pages, "data-sort=")
    assert chosen, "there is no table that can be sorted"
    for first, forms, problems in readers.over(chosen, sort):
        assert not problems, problems
        assert [count for count, _ in forms] == [1, 1, 0]
        assert sorted(forms[0][1]) == sorted(first) and forms[2][1] == first
        if len(set(first)) > 2:
            assert forms[0][1] != forms[1][1]


def test_arrow_keys_tell_the_values(readers, all_pages):
    """One stop; the arrow keys go from mark to mark, Home and End to the ends, and Escape says nothing again."""
    def tell(page, item):
        listen(page, item.site.address)
        page.goto(item.url)
        chart = page.locator("svg.chart[tabindex='0']:visible").first
        chart.focus()
        told = page.locator(".told").locator("visible=true")
        titles = chart.locator(".hit title").all_text_contents()
        answers = []
        for key in ("ArrowRight", "ArrowRight", "End", "Home"):
            page.keyboard.press(key)
            answers.append(told.first.inner_text())
        page.keyboard.press("Escape")
        return [(titles, answers, told.count() and told.first.inner_text(), page.problems)]
    chosen = pages_with([page for page in all_pages if "/indikator/" in page.path], 'class="hit"')
    assert chosen, "there is no chart with marks"
    for titles, answers, after, problems in readers.over(chosen, tell):
        assert not problems, problems
        plain = [" · ".join(title.split("\n")) for title in titles]
        assert answers == [plain[0], plain[1], plain[-1], plain[0]]
        assert not after


@pytest.mark.parametrize("language,words", [("nb", "sykefravaer"), ("en", "sick leave")])
def test_search_works_in_every_language(readers, all_pages, language, words):
    def search(page, item):
        page.goto(item.url)
        return [len(ask(page, words))]
    marked = pages_with(all_pages, '<form class="search"', language)
    chosen = [page for page in marked if page.site.example == "root"]
    assert chosen and all(readers.over(chosen, search))
