"""What a time expression looks like: one pattern a rule, in the order of precedence.

Shorthands, which time_patterns.py writes out: a blank is white space (one line break at most), `~` white space or a
hyphen, `<NAME>` a list of words of lexicon/en/time.toml; line breaks and what follows them up to the next sign count
for nothing. Case is ignored; where it matters the resolvers look at it again.
"""

# Among expressions that begin at the same character the longer and surer one stands first.
RULES = (
    # ------------------------------------------------------------------------------------- days, months, times of day
    ("iso", r"""(?P<y>\d{4})[-/](?P<m>\d\d)[-/](?P<d>\d\d)
        (?:[T ](?P<h>\d\d):(?P<min>\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\d-])"""),
    ("numeric", r"""(?P<all>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4})
        (?![\d/.-]*\d)"""),
    ("month_day", r"""(?:(?P<wd><WDAY>)\.?,? )?(?P<m><MONTH>)\.? ?(?P<d><DAY>)(?:st|nd|rd|th)?<NOTCOUNT>
        (?:(?: ?, ?| )(?P<y><YEAR>)(?!\d)|,? (?:of )?(?P<ry>last|this|next) year\b)?"""),
    ("day_month", r"""(?:(?P<wd><WDAY>)\.?,? )?(?:the )?(?P<d><DAY>|<ORD>)(?:st|nd|rd|th)?(?: of)?~(?P<m><MONTH>)\b\.?
        (?:(?:,? |-)(?P<y><YEAR>)(?!\d)|,? (?:of )?(?P<ry>last|this|next) year\b)?"""),
    ("month_year", r"""(?:(?P<mod><MOD>)~)?(?P<m><MONTH>)\b\.?(?:,| of)?
        <BLANK>(?:(?P<y><YEAR>)(?!\d)|['’](?P<yy>\d\d)(?!\d)|(?P<ry>last|this|next) year\b)"""),
    ("clock", r"""(?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d)(?::[0-5]\d)?)? ?(?P<ap>a\.m\.?|p\.m\.?|am\b|pm\b)
        (?:,? \(?(?P<zone><ZONE>)\)?)?"""),
    ("clock", r"""(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?::[0-5]\d)?(?: ?hours\b)?
        (?: \(?(?P<zone><ZONE>)\)?)?(?![\d:]| ?[ap]\.?m\b)"""),
    ("clock", r"(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d) ?(?:hrs\b|hours\b|(?P<zone><ZONE>))"),
    ("clock", r"(?P<h>\d{1,2}|<NUMBER>) o['’]clock(?: (?:(?:in the|this|that|at) )?(?P<pod><POD>))?"),
    ("clock_word", r"(?P<w><CLOCKWORD>)(?: (?P<zone><ZONE>))?"),
    ("weekday", r"""(?:(?P<mod>early|late|earlier|later)~)?(?:(?P<rel><REL>) )?(?P<wd><WEEKDAY>)(?P<pl>s)?
        (?:~(?P<pod><POD>))?\b"""),
    ("day_word", r"""(?:(?P<mod>early|late|earlier|later)~)?
        (?P<w>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow)
        (?: (?P<pod><POD>))?\b"""),
    ("holiday", r"""(?:(?P<rel>last|next|this|this past|this coming) )?(?P<w><HOLIDAY>)(?P<eve> (?:eve|weekend|week))?
        (?:,? (?P<y><YEAR>)(?!\d))?"""),
    # ------------------------------------------------------------------------------------------------ parts of a year
    ("part_of", r"""(?:the )?(?P<fiscal>fiscal )?(?P<o><ORD>|[1-4](?:st|nd|rd|th)|final|last)(?: fiscal)?~
        (?P<part>quarter|half)
        (?: of (?:(?:fiscal )?(?P<y><YEAR>)|(?P<rel>this|last|next|the|the previous|the same) (?:fiscal )?year))?\b"""),
    ("part_of", r"(?P<q>[QH])(?P<o>[1-4])(?: (?:of )?(?P<y><YEAR>))?\b"),
    ("nth", r"""(?:the )?(?P<o><ORD>|\d{1,2}(?:st|nd|rd|th)|last|final|opening) (?P<u>week|weekend|day|month)
        <BLANK>(?:of|in)<BLANK>(?:(?P<m><MONTH>)(?:,? (?P<y><YEAR>))?|(?P<y2><YEAR>)
        |(?P<rel>this|last|next|the) (?P<u2>year|month))\b"""),
    ("season_year", r"""(?:(?P<mod><MOD>)~)?(?:the )?(?P<s><SEASON>)(?: of|,)?
        <BLANK>(?:(?P<y><YEAR>)(?!\d)|(?P<ry>last|this|next) year\b)"""),
    # ------------------------------------------------------------------------------------- relative to another time
    ("relative", r"""(?:(?P<mod><MOD>)~)?(?P<rel><REL>|the|each|its)?
        (?: (?P<fiscal>fiscal|financial|calendar|school))? ?(?P<u><UNIT>|<SEASON>|<POD>|<MONTHNAME>)
        (?P<post> (?:before last|after next|ended|previous|before|earlier))?\b"""),
    ("ago", r"""(?:(?P<hedge><HEDGE>) )?(?:(?P<n><NUM>)~(?:more )?)?(?P<u><UNITS>)
        <BLANK>(?P<dir>ago|earlier|later|before|after|previously|hence|from now)\b(?! than)"""),
    ("ago", r"""(?P<vague>days|weeks|months|years|decades|centuries|hours|minutes|moments)
        <BLANK>(?P<dir>ago|earlier|later)\b(?! than)"""),
    ("week_of", r"the week (?:of|beginning|starting) (?P<m><MONTH>)\.? (?P<d><DAY>)"),
    # ------------------------------------------------------------------------------------------ how often, how long
    ("rhythm", r"(?P<times>once|twice|(?:<NUM>) times|several times) (?:a|per|every|each) (?P<u><UNIT>)\b"),
    ("rhythm", r"""(?P<q>every|each)(?: (?P<n><NUM>|other))?~
        (?P<u><UNITS>|<POD>|<SEASON>|<WEEKDAY>|<MONTHNAME>|weekday|time)\b"""),
    ("frequency", r"(?P<w><FREQUENCY>)\b"),
    ("length", r"""(?:(?P<hedge><HEDGE>) (?!<SPANNING>\b))?(?:(?P<dir><SPANNING>) )?(?P<n><NUM>)
        (?:(?: more| full| consecutive| straight| additional| extra| further| long| short| whole| solid| working
        | business| or so| or more|~and~a~half| other){0,3}~)(?P<u><UNITS>)(?P<half> and a half)?
        (?P<old>(?:['’]s?)?~(?:old|of age|ages?)\b|['’]s?)?(?P<long>~long)?(?!\w)"""),
    ("length", r"(?P<u>year|day|week|month|decade|hour|night|century|minute)s?(?:~long|long)\b"),
    ("length", r"""(?P<dir><SPANNING>|recent|coming|for|over the|in|after|within|many|these|those|of)
        <BLANK>(?P<vague>days|weeks|months|years|decades|hours|centuries)(?P<long>~long)?(?!\w)"""),
    ("length", r"(?P<vague>days|weeks|months|years|decades|hours|centuries)(?P<long>~(?:long|old))?(?!\w)"),
    # --------------------------------------------------------------------------------- decades, centuries, and vaguer
    ("decade", r"""(?:the )?(?:(?P<mod><MOD>)~)?(?:the )?
        (?:(?P<y>1\d\d0|20\d0)['’]?s|['’](?P<dd>[2-9]0)['’]?s|(?P<w><DECADEWORD>))\b"""),
    ("century", r"(?:(?P<mod><MOD>)~)?(?:the )?(?P<n>\d{1,2}(?:st|nd|rd|th)|<ORD>)~century\b"),
    ("unit_before", r"(?:the |that )(?P<u>day|week|month|quarter|year) (?P<w>before|previous|earlier|after|later)\b"),
    ("weekend", r"the weekend\b(?! of)"),
    ("year_end", r"(?:the )?(?P<u>year|month|week)(?:-| |['’]s )end\b"),
    ("close", r"the (?P<u>day|week|month|quarter|year)\b"),
    ("reference", r"(?P<w><REFERENCE>)\b(?!-)"),
    ("year_range", r"(?<=[12]\d{3}[-–/])(?P<yy>\d\d)(?![\d-])"),
    ("year", r"""(?:(?P<mod><MOD>)~)?(?P<fiscal>(?:the )?(?:fiscal|financial|calendar)(?: year)? |FY ?)?(?:the year )?
        (?P<y><YEAR>)(?!\d)"""),
    ("year", r"(?<!['’])['’](?P<yy>[4-9]\d|0\d)(?![\d'’]|s\b)"),
)  # fmt: skip
