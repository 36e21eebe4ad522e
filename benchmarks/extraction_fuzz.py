"""Extraction over damaged text: how many documents, how many exceptions, how many spans that are no exact slice.

python -m benchmarks.extraction_fuzz [--documents N] [--seed N]
"""

import argparse
import random
import traceback

from benchmarks.extraction_cases import groups
from factcheck import Article
from factcheck.extraction import extract
from tests.extraction.damage import DAMAGES

FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
)
SENTENCES = 12  # short texts put together in one document


def damaged(texts: list[str], chance: random.Random) -> str:
    """Some texts in a row, damaged in one to three ways."""
    text = chance.choice(("\n\n", " ", "\n")).join(chance.sample(texts, SENTENCES))
    for damage in chance.sample(DAMAGES, chance.randint(1, 3)):
        text = damage(text, chance)
    return text


def main() -> None:
    """Read, count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    texts = [case["text"] for cases in groups().values() for case in cases]
    exceptions = claims = inexact = 0
    for number in range(args.documents):
        text = damaged(texts, chance)
        try:
            (found,) = extract([Article(f"d{number}", text)])
        except FAILURES:
            exceptions += 1
            traceback.print_exc()
            continue
        claims += len(found.claims)
        spans = [claim.span for claim in found.claims] + [mention.span for mention in found.mentions]
        inexact += sum(text[span.start : span.end] != span.text for span in spans)
    print(f"{args.documents} documents, {claims} claims, {exceptions} exceptions, {inexact} inexact spans")


if __name__ == "__main__":
    main()
