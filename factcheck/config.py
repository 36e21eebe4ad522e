"""Settings, and the tuned numbers of every stage with their unit and where they came from."""

import os
from typing import Literal, Self

from attrs import field, frozen
from attrs.validators import ge, le

from factcheck import config_file

# Scores from which findings are kept by default, and from which reports for reading tell them: of weaker refinements an
# editor would let one in five or six stand; the data can be filtered by score.
WIDE, READABLE = 0.4, 0.5


def readable_from(min_confidence: float) -> float:
    """The score, 0..1, from which reports for reading tell a finding; who asks for less than the default gets it."""
    return min_confidence if min_confidence < WIDE else max(READABLE, min_confidence)


@frozen
class Settings:
    """What a caller can set.

    Attributes:
        model: name of the spaCy pipeline; "" for the first one installed (extraction/parsing.py has the order).
        workers: processes that parse; 1 stays in this process.
        match_threshold: probability, 0..1, from which two claims count as stating the same fact.
        min_confidence: score, 0..1, below which a finding is left out (docs/findings.md): 0.8 is the strict tier, 0
            also tells what only may be a conflict. Reports for reading leave out what is below 0.5 as well, and tell
            no less sure fact as agreed, unless less than the default is asked for.
        one_story: whether all articles are taken to tell of one event; else they are divided into stories first.
        meaning: an encoder of meaning (docs/meaning.md): "minilm" for the one that the extra `meaning` brings, or a
            folder with another; "" for none.
    """

    model: str = ""
    workers: int = field(default=1, validator=ge(1))
    match_threshold: float = field(default=0.22, validator=[ge(0.0), le(1.0)])
    min_confidence: float = field(default=WIDE, validator=[ge(0.0), le(1.0)])
    one_story: bool = False
    meaning: str = ""

    @classmethod
    def load(cls, path: str | os.PathLike[str] | None = None) -> Self:
        """The settings of a file; of the nearest one from the current folder upwards where none is named.

        Args:
            path: a `factcheck.toml`, or a `pyproject.toml` with a table `[tool.factcheck]` (docs/configuration.md).

        Raises:
            ConfigFileError: where the file cannot be read, has a key that is none, or a value that is not allowed.
        """
        settings: Self = config_file.fill(config_file.read_table(path), cls, Reporting)[0]
        return settings


@frozen
class Reporting:
    """What the command line shows and what makes its exit code 1.

    Attributes:
        kinds: the kinds of findings to show; () for all.
        min_severity: findings below it are left out.
        fail_on: what makes the exit code 1.
    """

    kinds: tuple[
        Literal[
            "quantity",
            "time",
            "place",
            "name",
            "role",
            "polarity",
            "quote",
            "attribution",
            "modality",
            "event",
            "detail",
        ],
        ...,
    ] = ()
    min_severity: Literal["high", "medium", "low"] = "low"
    fail_on: Literal["conflict", "refinement", "none"] = "conflict"


def load(path: str | os.PathLike[str] | None = None) -> tuple[Settings, Reporting]:
    """Everything that a settings file can say; see `Settings.load`."""
    settings, reporting = config_file.fill(config_file.read_table(path), Settings, Reporting)
    return settings, reporting


@frozen
class Stories:
    """Numbers of the stories stage.

    Of the pairs of articles in the development triples 97 % are closer than the threshold; of the pairs of different
    triples, which tell of the same people, 4 %, and none where the days between the articles count.

    Attributes:
        threshold: closeness (a cosine, see below) from which, on average, articles tell of one event.
        floor: cosine below which two articles are not held against each other at all.
        near: days between two articles that take nothing off their closeness.
        far: days from which all of `apart` is taken off.
        apart: what that is: articles of different months tell of one event only where they share very much.
        undated: taken off where a day is not known.
        brief: content words below which an article is brief.
        bonus: added where one of two articles is brief: it has few words to share.
        crowd: largest number of articles that is divided in one piece; a larger chain is cut at its weaker pairs first.
        keys: words of each article, those that weigh most, of which two articles must share one to be a close pair.
            Of the close pairs of the development articles 998 in 1,000 share one of 16, and all stories stay the same.
        window: of the articles that share such a word, by day and id, each is held against that many before it.
    """

    threshold: float = 0.22
    floor: float = 0.05
    near: int = 7
    far: int = 30
    apart: float = 0.2
    undated: float = 0.02
    brief: int = 60
    bonus: float = 0.08
    crowd: int = 2000
    keys: int = 16
    window: int = 1000


@frozen
class Judging:
    """How a judge of meaning is heard (docs/judge.md).

    Attributes:
        share: share of the pairs of claims between articles that it is asked about, the likeliest first; on the
            development triples the best 4 % hold 72 % of the pairs that state one fact.
        each: most pairs that it is asked about for one claim, so that the work grows with the number of claims.
        trust: what the log-odds of its answer are multiplied with before they are added to those of the features;
            1 takes its word as that of another witness.
        doubt: probabilities are kept this far away from 0 and 1, so that no judge alone is certain.
    """

    share: float = 0.04
    each: int = 5
    trust: float = 1.0
    doubt: float = 0.02


@frozen
class Matching:
    """Numbers of the matching stage; the weights of the score itself are in matching/weights.toml.

    Attributes:
        floor: least overlap, in words that each article says once, for a pair to be scored at all.
        partners: best partners that each claim is scored with.
        common: claims that may share a word before it stops proposing pairs.
        crowd: largest neighbourhood, in claims, that is grouped in one piece.
        unlike: what a pair below the threshold costs, for each bit that it lies below; above 1, chains break sooner,
            and what they leave over may make further facts. From 2 to 5 the cross-validated F1 stays within 0.3.
        other: share of that which claims of two matching sentences cost that are no counterparts of each other.
        likeness: log-odds from which two claims of matching sentences may be counterparts.
        margin: log-odds by which a better partner in the same article rules a pair out.
        sure: log-odds from which two claims are counterparts whatever better partner there is.
        within: what a pair inside one article loses in log-odds: an article seldom says the same thing twice.
        brief: what a pair of reports of a few sentences loses in log-odds: there nearly every word is said once, and so
            weighs more than it tells.
        within_threshold: probability from which two claims of one article count as one fact.
        within_weight: share of a pair between articles that a pair inside one counts for when groups are formed.
        further: log-odds above the threshold from which a pair that is left over may bring its claims into a second
            fact; cross-validated on the development triples, F1 is best here.
    """

    floor: float = 0.01
    partners: int = 40
    common: int = 2000
    crowd: int = 300
    unlike: float = 3.0
    other: float = 0.5
    likeness: float = -1.0
    margin: float = 6.0
    sure: float = 2.0
    within: float = 0.0
    brief: float = 1.5
    within_threshold: float = 0.5
    within_weight: float = 0.1
    further: float = 0.55


@frozen
class Blocking:
    """Numbers of the search for candidates among very many claims; set on benchmarks/scale.py.

    Attributes:
        exact: claims up to which every one is held against every other.
        reach: others that a claim meets through its rarest keys; a key that more hold leads nowhere by itself.
        coupled: of a claim's keys that more hold, those that are tried in pairs, the heaviest first.
        shortlist: of those met, those that are compared by all their keys.
        partners: of these, those that are proposed; about twice as many remain, since either side may propose.
    """

    exact: int = 5000
    reach: int = 800
    coupled: int = 8
    shortlist: int = 48
    partners: int = 8


@frozen
class Coreference:
    """Weights of extraction/coreference.py, in points; set by hand on articles written for the tests.

    Attributes:
        window: sentences that a pronoun reaches back.
        distance: taken off for each sentence between.
        same_paragraph: the last naming stands in the same paragraph.
        subject: it was lately a subject.
        speaker: it spoke in the last two sentences, and the naming is a subject too.
        frequency: for each earlier naming, up to five.
        quoted: taken off where it was only named inside quotations.
        own_words: taken off for the speaker of the quotation that the naming stands in, and as its speaker for whom it
            calls by name.
        gender: taken off where the genders differ; small, since machine translation turns "he" into "she".
        same_gender: the genders are known and agree.
        named: a pronoun prefers what has a name.
        same_head: the role noun is among its offices.
        same_word: for each other word shared with its offices or name.
        other_role: taken off where it has offices and this is none of them.
        new_role: taken off where the noun is new for it and it has not just spoken.
        other_body: taken off where a body's name does not hold the noun ("the ministry": Ministry of Defence).
        unnamed: taken off where it has no name.
        pronoun_threshold, pronoun_margin: least score, and least lead over the next, for a pronoun.
        nominal_threshold, nominal_margin: the same for a role noun.
    """

    window: int = 4
    distance: float = 1.0
    same_paragraph: float = 1.0
    subject: float = 2.0
    speaker: float = 2.0
    frequency: float = 0.2
    quoted: float = 1.5
    own_words: float = 4.0
    gender: float = 2.5
    same_gender: float = 1.0
    named: float = 1.0
    same_head: float = 2.5
    same_word: float = 1.5
    other_role: float = 1.0
    new_role: float = 1.5
    other_body: float = 3.0
    unnamed: float = 1.0
    pronoun_threshold: float = 0.5
    pronoun_margin: float = 0.4
    nominal_threshold: float = 1.5
    nominal_margin: float = 0.5


@frozen
class CopyDetection:
    """Numbers of the origins stage; set by reading pairs of articles from either side of each.

    None sits on an edge: of 566 scraped articles on one event, 50 pairs of which a reader labelled, the F1 of "same"
    (98.0) and of "copied" (93.1) stay within three points, and the pairs that a reader was certain of stay right, for
    `shingle` 4 to 6, `bridge` 0 to 4, `run` 10 to 16, `sentence` 0.75 to 0.95, `sentence_tokens` 7 to 11,
    `shortest_sentence` 5 to 9, `names` 0.5 to 0.7, `same` 0.25 to 0.45, `same_headline` 0.05 to 0.25 and `same_tokens`
    15 to 40, each changed alone; at most 7 % of the pairs found change. `crowd` and `hubs` only bound the work.

    Attributes:
        shingle: tokens in a row that propose two paragraphs for alignment.
        crowd: paragraphs, or prints of one paragraph, that are held against each other, all with all; of more, each is
            held against the first few only, and of an origin of more articles the copyings name only the best of each.
        hubs: those first few; several, because one may be a page of news in brief.
        bridge: tokens that may differ between two exact stretches of one run (an edit of tense, a name added).
        run: own tokens that must run on alike for a passage to count as copied.
        sentence: share of a sentence, 0..1, from which a shorter run counts too.
        sentence_tokens: own tokens above which such a run shows copying by itself, names counting half.
        shortest_sentence: own tokens of the shortest sentence that counts where something else was copied too.
        names: share of names and numbers, 0..1, above which a run is a list and no prose.
        same: share of the shorter article's own words, 0..1, from which two articles are one dispatch.
        same_headline: the same where both print one headline.
        same_credit: the same where both credit one agency for their text.
        same_tokens: own tokens copied that this takes at least.
        linked: share, 0..1, of the pairs between two groups that must share a passage before the groups become one
            origin; a page of news in brief prints parts of many dispatches and makes them no one.
    """

    shingle: int = 5
    crowd: int = 60
    hubs: int = 3
    bridge: int = 2
    run: int = 12
    sentence: float = 0.85
    sentence_tokens: int = 9
    shortest_sentence: int = 7
    names: float = 0.6
    same: float = 0.33
    same_headline: float = 0.15
    same_credit: float = 0.05
    same_tokens: int = 25
    linked: float = 0.5


@frozen
class Bearing:
    """Numbers for who bears out the words that stand for a fact; set by reading what whole reports told as agreed.

    Attributes:
        candidates: claims of a fact that are tried as the words that stand for it.
        with_deed: share of what these words say, 0..1, that an article must say where it names the deed.
        without_deed: the same where it does not, names counted and names left out.
        identity: the same where they say who somebody is.
    """

    candidates: int = 8
    with_deed: float = 0.5
    without_deed: float = 0.75
    identity: float = 0.5
