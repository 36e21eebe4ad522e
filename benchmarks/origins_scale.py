"""How the origins stage grows with the number of articles and of prints; what it finds is checked.

    python -m benchmarks.origins_scale [ARTICLES.jsonl] [NUMBER ...]

Makes sets of 100, 566 and 5,000 articles (or of the numbers given): each article of the file, or without one an article
of invented words, is printed by a growing number of outlets, with words changed, paragraphs cut and a line of their own
added. Prints the processor time and how many of the articles came to lie with the dispatch that they were made from.
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.extraction.document import outline
from factcheck.model import Article
from factcheck.origins import trace

NUMBERS = (100, 566, 5000)


def dispatches(path: str, chance: random.Random) -> list[list[str]]:
    """The paragraphs of each dispatch: those of a file, one article of a source, or invented ones."""
    if path:
        rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        texts = [[p for p in row["text"].split("\n") if len(p.split()) > 12] for row in rows]
        return [text for text in texts if len(text) > 4]
    words = ["".join(chance.choice("aeioubdfgklmnprst") for _ in range(chance.randint(2, 9))) for _ in range(4000)]
    return [[_sentences(words, chance) for _ in range(12)] for _ in range(400)]


def _sentences(words: Sequence[str], chance: random.Random) -> str:
    """A paragraph of three sentences; few words are frequent, as in any text."""
    drawn = [[words[int(4000 * chance.random() ** 3)] for _ in range(chance.randint(10, 24))] for _ in range(3)]
    return " ".join(" ".join(sentence).capitalize() + "." for sentence in drawn)


def prints(number: int, texts: Sequence[Sequence[str]], chance: random.Random) -> Iterator[tuple[Article, int]]:
    """So many articles: the first dispatch is printed by a tenth of the outlets, the others by 1, 2, 3, ... of them."""
    count, dispatch, left = 0, 0, number // 10
    while count < number:
        yield Article(f"a{count:05}", _printed(texts[dispatch % len(texts)], chance), f"outlet {count}"), dispatch
        count, left = count + 1, left - 1
        if left < 1:
            dispatch += 1
            left = 1 + dispatch % 40
            if dispatch == len(texts):
                return


def _printed(paragraphs: Sequence[str], chance: random.Random) -> str:
    """A dispatch as some outlet prints it."""
    kept = list(paragraphs[: max(4, int(len(paragraphs) * chance.uniform(0.5, 1.2)))])
    for number, text in enumerate(kept):
        if chance.random() < 0.5:
            words = text.split(" ")
            words[chance.randrange(len(words))] = f"edit{chance.randrange(10**6)}"
            kept[number] = " ".join(words)
    return "\n\n".join([*kept, f"Readers {chance.random()} may write to desk {chance.random()} at any time."])


def main() -> None:
    """Print a line for each number of articles."""
    path = next((word for word in sys.argv[1:] if not word.isdigit()), "")
    for number in [int(word) for word in sys.argv[1:] if word.isdigit()] or NUMBERS:
        chance = random.Random(7)  # the same set every time
        made = list(prints(number, dispatches(path, chance), chance))
        documents = outline([article for article, _ in made])
        begin = time.process_time()
        found = trace(documents)
        seconds = time.process_time() - begin
        dispatch_of = {article.id: dispatch for article, dispatch in made}
        home: dict[int, Counter[str]] = {}
        for origin in found.origins:
            for article in origin.articles:
                home.setdefault(dispatch_of[article], Counter())[origin.id] += 1
        right = sum(max(origins.values()) for origins in home.values())
        mixed = sum(len({dispatch_of[article] for article in origin.articles}) > 1 for origin in found.origins)
        words = sum(len(article.text.split()) for article, _ in made)
        print(
            f"{len(made):6} articles, {words:8} words: {seconds:6.2f} s, "
            f"{1000 * seconds / len(made):5.2f} ms an article, "
            f"{len(found.copyings):7} copyings; {right} with their dispatch, {mixed} origins of several dispatches; "
            f"largest {max(len(origin.articles) for origin in found.origins)}"
        )


if __name__ == "__main__":
    main()
