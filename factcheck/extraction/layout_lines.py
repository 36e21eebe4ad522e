"""What one line of a page is: rules over its words, with the words in lexicon/en/layout.toml and agencies.toml."""

import re
from functools import cache

from factcheck import lexicon
from factcheck.model import BlockKind

_DATE = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
_METADATA_HEAD = re.compile(rf"(?:date|published|posted|updated)\s*:?\s+{_DATE}(?:\s+|$)", re.I)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_STAMP = re.compile(  # atomic: a long row of digits must not be tried in every division
    rf"(?:(?>(?:{_MONTH}|{_DAY}|\d+(?:st|nd|rd|th)?|[ap]\.?m|updated|published|posted|originally|first|last|modified|on|at|ago|"
    r"hours?|minutes?|days?|one|yesterday|today|e[sd]?t|gmt|bst|utc|c[eds]*t|p[sd]t)\b)[\s.,:;|/@–—-]*+)++",
    re.I,
)
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>?")
_PLAIN_TAG = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?)*\s*/?>"
)
_ATTRIBUTE = re.compile(r"\b(?:height|width|src|href|class|alt|srcset|style)\s*=\s*[\"'”“″]")
_CODE = re.compile(
    r"\bwindow\.[_\w]|\bfunction\s*\(|\bvar \w+ ?=|\.push\(|\bdocument\.\w+\("
    r"|\{\s*['\"]?[\w-]+['\"]?\s*:\s*\S{1,80}\s*[;,}]"
)
_PICTURED = re.compile(
    rf"\b{_MONTH} \d{{1,2}}, \d{{4}}|\b{_MONTH} \d{{4}}|\bfile (?:photo|image|picture)\b"
    r"|(?:, |\()(?:left|right|cent(?:er|re)|background|foreground|second from)\b",
    re.I,
)
_BYLINE = re.compile(r"by:? (?=[A-Z])")
_BRACKETED_LINK = re.compile(r"\[(?:[^\[\]\s]+ ){3,24}[^\[\]\s]+(?<![.!…])\]")
_AGENCY_LINE = re.compile(r"(?:©|\(c\))?\s?(?P<names>[\w &,-]+?)(?:/[a-z]{2,4})?(?:\s\d{4})?", re.I)
_HANDLE = re.compile(r"[—–-]+ ?.{1,60}\(@\w+\)(?: [A-Z][a-z]+\.? \d{1,2}, \d{4})?\.?")
_MONTH_DAY = rf"(?:(?-i:{_MONTH_NAME}) \d{{1,2}}|\d{{1,2}} (?-i:{_MONTH_NAME}))(?:,? \d{{4}})?"
_DASH = r"\.?\s?(?:[—–―_]+|-{1,3}|–-)\s+"
_DATELINE = re.compile(
    rf"(?P<place>[A-Z][A-Z.'’/ -]{{3,40}}(?:,\s[A-Z][\w. ]{{0,30}}){{0,3}}\s?)?"
    rf"(?:,\s(?P<date>{_MONTH_DAY})\s?)?(?:\((?P<agency>[^()]{{2,40}})\)\s?)?{_DASH}"
)
# "Berlin, 2 December 2023 - ", "Lorento, Nov 24 (EFE).- ", "3 July 2024 (PA) - ": no capitals, but a date or an agency.
_PLAIN_DATELINE = re.compile(
    rf"(?:(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}}(?:,\s[A-Z][\w.]*(?: [A-Z][\w.]*)?)??)"
    rf"(?=,? ?[\d(]|, [A-Z]))?"
    rf"(?:,?\s?(?P<date>{_MONTH_DAY}))?,?\s?(?:\((?P<agency>[^()]{{2,40}})\)\s?)?{_DASH}"
)
_BOUNDARY = re.compile(
    r"(?:(?<=[.?!…”\"|])|(?=[\s(\[PIC]))"  # most places are done with here
    # never behind an abbreviation
    r"(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St|Lt|Jr|Sr)\.)(?<!\b(?:Rep|Sen|Gov|Gen|Mrs|Sgt|Col|Rev|Amb)\.)"
    r"(?:(?<=[.?!…”\"|])\s*(?=[(\[\w|])|\s*(?=[(\[])|(?<=[a-z])(?=(?:Photo|Image|Credit)[:\s]))"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_TALLY = re.compile(r"[^\W\d_]+: [\d,.]*\d")  # "Injured: 4,877"
_END = re.compile(r"[.?!…:;,][\"”’')\]]*$")
_STRONG = re.compile(r"/|\||\bvia\b|\b(?:photo|photograph|image|getty|handout|file|credit|courtesy)\b", re.I)
_LONGEST_STAMP = 120  # characters
_LONGEST_CREDIT = 170  # characters; the longest of "office/handout via agency/file (AGENCY/)" stay below
_BARE_CREDIT = 9  # words; a longer line that is nothing but a credit is a list of names
_LONGEST_TEXT_CREDIT = 300  # characters
_MOST_PLAIN = 2  # words of a text credit that belong to no name and that the lexicon does not know
_MOST_WORDS = 25  # a headline has hardly more


def metadata_head(line: str) -> int:
    """How many characters at the start of a text are the scraper's ("date 2022-10-17 "), 0 for none."""
    found = _METADATA_HEAD.match(line)
    return found.end() if found else 0


def furniture(line: str) -> BlockKind | None:
    """What a line is that holds no prose at all, or None where it does."""
    if not any(c.isalpha() for c in line):
        return BlockKind.METADATA
    if _is_markup(line):
        return BlockKind.MARKUP
    if _pattern("sources").match(line):
        return BlockKind.SOURCE
    if is_related_heading(line) or is_video_heading(line):
        return BlockKind.RELATED
    if _is_text_credit(line) or _is_agency_line(line):
        return BlockKind.CREDIT
    if (
        (len(line) < _LONGEST_STAMP and _STAMP.fullmatch(line))
        or _HANDLE.fullmatch(line)
        or _pattern("boilerplate").match(line)
    ):
        return BlockKind.METADATA
    if _is_byline(line) or (is_credit(line) and len(_WORD.findall(line)) <= _BARE_CREDIT):
        return BlockKind.CREDIT
    if _related_prefix().match(line) or _BRACKETED_LINK.fullmatch(line):
        return BlockKind.RELATED
    if len(line.split()) <= 2 and not _END.search(line) and not _TALLY.fullmatch(line):
        return BlockKind.METADATA
    return None


def dateline(line: str) -> tuple[int, BlockKind]:
    """How many characters at the start of a line are a dateline ("NAIROBI, Kenya (AP) _ ") or a label ("UPDATE: ")."""
    label = _pattern("labels").match(line)
    if label and len(line) - label.end() >= 20:
        return label.end(), BlockKind.METADATA
    found = _DATELINE.match(line)
    if not found or not (found["place"] or found["agency"]):
        found = _PLAIN_DATELINE.match(line)
        if not found or not (found["date"] or found["agency"] in agencies() or _is_signed(line, found)):
            return 0, BlockKind.METADATA
    if len(line) - found.end() < 20 or (found["agency"] not in agencies() and not found["place"]):
        return 0, BlockKind.METADATA
    return found.end(), BlockKind.CREDIT if found["agency"] else BlockKind.METADATA


def _is_signed(line: str, found: re.Match[str]) -> bool:
    """Whether a place, a name in brackets and a dash stand before a sentence: "Lunden (Coast Wire) -- The ferry"."""
    is_named = bool(found["place"] and found["agency"]) and found["agency"][0].isupper()
    return is_named and line[found.end() :][:1].isupper()


def credit_tail(line: str) -> tuple[int, BlockKind]:
    """How many characters at the end of a line are a credit, and what that makes of the words before it."""
    if _ends_sentence(line):
        return 0, BlockKind.PARAGRAPH
    low = max(0, len(line) - _LONGEST_CREDIT)
    for boundary in _BOUNDARY.finditer(line, low):
        tail = line[boundary.end() :]
        if boundary.end() and is_credit(tail):
            picture = _STRONG.search(tail) is not None
            return len(line) - boundary.end(), BlockKind.CAPTION if picture else prose(line[: boundary.start()])
    return 0, BlockKind.PARAGRAPH


def is_credit(text: str) -> bool:
    """Whether the words are nothing but names and an agency: "REUTERS/Jane Doe/File (Jane Doe/)", "John Roe | AP"."""
    if len(text) > _LONGEST_CREDIT or _ends_sentence(text):
        return False
    text = _tail_noise().sub("", text.strip())
    if _ends_sentence(text):
        return False
    words = _WORD.findall(text)
    if not words or len(words) > 24 or re.search(r"\d|[“”\"]|\([DRI]-[A-Z]", text):
        return False
    plain = lexicon.words("layout", "credit_words")
    if not all(word[0].isupper() or word.casefold() in plain or word in agencies() for word in words):
        return False
    named = _agency().search(text) is not None
    bare = text.strip("()[] ,|/")
    slashed = text.startswith("(") and text.endswith("/)")
    marked = re.match(
        r"[(\[]?(?:photo|image|picture|credit)(?:graph)?s?\b[\s:]*(?:credit|by|from|courtesy)?", text, re.I
    )
    return bool(
        bare in agencies() or slashed or (named and _is_joined(text)) or (marked and len(words) >= 2) or _is_file(bare)
    )


def _ends_sentence(text: str) -> bool:
    """Whether the words end as no credit does."""
    return text.endswith((".", "?", "!", ":")) and not text.endswith("Inc.")


def prose(line: str) -> BlockKind:
    """Whether a line of prose is a headline or a paragraph."""
    if _END.search(line) or len(line.split()) > _MOST_WORDS:
        return BlockKind.PARAGRAPH
    return BlockKind.HEADLINE


def is_link_like(line: str) -> bool:
    """Whether a line below a heading such as KEEP READING can be a link: no more than a headline."""
    return len(line.split()) <= _MOST_WORDS and not re.search(r"[.:;,][\"”’')\]]*$", line)


def is_related_heading(line: str) -> bool:
    """Whether the line is a heading above links to other stories."""
    return _pattern("related_headings").fullmatch(line.strip(" :|-–—>»•…*#")) is not None


def is_video_heading(line: str) -> bool:
    """Whether the line stands above a video, whose words come from another story."""
    return _pattern("video_headings").fullmatch(line.strip(" :|-–—>»•…*#")) is not None


def is_picture_credit(line: str) -> bool:
    """Whether a credit line is that of a picture and not of a text."""
    return _STRONG.search(line) is not None or re.search(r", ?[A-Z]+$", line.strip("()")) is not None


def is_agency_tail(line: str) -> bool:
    """Whether a credit is a bare agency in brackets, as it stands behind a caption: "(EFE)"."""
    return line[:1] + line[-1:] == "()" and line.strip("() ") in agencies()


def is_pictured(line: str) -> bool:
    """Whether a line next to a picture's credit tells what is to be seen: who stands left, the full date."""
    return len(line) < 700 and _PICTURED.search(line) is not None


def is_gallery(line: str) -> bool:
    """Whether a line ends as the captions of a gallery that folds them do."""
    return re.search(r"\.[”\"]? less$|\.\.\. more$", line) is not None


def agencies() -> frozenset[str]:
    """Every way in which an agency is written."""
    return _agencies()


def _is_markup(line: str) -> bool:
    """Whether markup has swallowed the words: broken tags, or nothing left between whole ones."""
    if ("(" in line or "{" in line or "var " in line or "window" in line) and _CODE.search(line):
        return True
    if "<" not in line and ("=" not in line or not _ATTRIBUTE.search(line)):
        return False
    rest = _PLAIN_TAG.sub("", line)
    if _ATTRIBUTE.search(rest):
        return True
    broken = _TAG.search(rest)
    if broken and broken.group().count(" ") >= 1:
        return True
    return rest != line and not any(c.isalpha() for c in rest)


def _is_byline(line: str) -> bool:
    """Whether the line names the authors: "By JANE DOE, AP Diplomatic Writer"."""
    found = _BYLINE.match(line[0].lower() + line[1:]) if line[:2].lower() == "by" else None
    if not found or _END.search(line.rstrip(".")) or len(line.split()) > 16:
        return False
    named = re.split(r"\((?=with\b|includ)", line[found.end() :], maxsplit=1, flags=re.I)[0]
    return not _plain_words(named)


def _is_text_credit(line: str) -> bool:
    """Whether the line says who made the text, and nothing else: "(With information from EFE)".

    Without a bracket it may begin as a sentence does: "Writing in the journal, they say ...".
    """
    if len(line) >= _LONGEST_TEXT_CREDIT:
        return False
    if _pattern("text_credits").match(line):
        return True
    head = _pattern("text_credit_heads").match(line)
    if not head or line[0] == "(":
        return head is not None
    plain = _plain_words(line[head.end() :])
    return len(plain) <= _MOST_PLAIN and lexicon.words("layout", "telling_verbs").isdisjoint(plain)


def _plain_words(line: str) -> list[str]:
    """The words of a line that are no names and that no credit of a text is made of."""
    known = lexicon.words("layout", "credit_words") | lexicon.words("layout", "text_credit_words")
    return [word for word in _WORD.findall(line) if word[0].islower() and word not in known]


def _is_agency_line(line: str) -> bool:
    """Whether the line is nothing but who sent the text: "Reuters and EFE", "© AFP", "dpa/hk"."""
    found = _AGENCY_LINE.fullmatch(line) if len(line) < 60 else None
    names = re.split(r",\s?| and | & |-(?=[A-Z])", found["names"]) if found else []
    return bool(names) and all(name.strip() in agencies() for name in names)


def _is_joined(text: str) -> bool:
    """Whether a picture credit's joints show: a stroke, a bar, "via", "Photo", a name and a comma, brackets."""
    return _STRONG.search(text) is not None or re.search(r", ?[A-Z]", text) is not None or text.startswith(("(", "["))


def _is_file(text: str) -> bool:
    """Whether the words say no more than where the picture lay."""
    return (
        re.fullmatch(r"file(?: (?:photo|image|picture))?|handout|courtesy(?: photo)?|stock (?:photo|image)", text, re.I)
        is not None
    )


@cache
def _agencies() -> frozenset[str]:
    content = lexicon.load("agencies")
    return frozenset(form for kind in ("agency", "picture") for row in content[kind] for form in row["forms"])


@cache
def _agency() -> re.Pattern[str]:
    """An agency's name as a word of its own."""
    forms = sorted(map(re.escape, _agencies()), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    """Any of the patterns of one list in lexicon/en/layout.toml."""
    return re.compile("|".join(f"(?:{p})" for p in lexicon.load("layout")[key]), re.I)


@cache
def _related_prefix() -> re.Pattern[str]:
    """The beginning of a line that is a link: "READ MORE: ..."."""
    return re.compile(
        rf"(?:[►▶>»•*]\s*)?(?:{'|'.join(lexicon.load('layout')['related_prefixes'])})\s?[:|►»>]\s?\S", re.I
    )


@cache
def _tail_noise() -> re.Pattern[str]:
    """What a page puts behind a picture credit."""
    return re.compile(rf"(?:\s+(?:{'|'.join(lexicon.load('layout')['credit_tails'])}))+$", re.I)
