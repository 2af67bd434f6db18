"""How figures are worded in prose. Data, from `rules/phrasings/`.

Patterns are RE2 and run over a sentence's skeleton, in which every number is one sign: `#` a number, `%` a percentage,
`@` a date, `~` a year; punctuation is half-width, white space and quotation marks are gone (English keeps its spaces).
"""

from typing import Literal

import msgspec

from disclosecheck.model.fact import Confidence
from disclosecheck.model.needs import Needs


class Phrasing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way of wording a figure. Without `facts` it is a guard: its numbers belong to another matter."""

    id: str
    facts: tuple[str, ...] = ()  # names in the fact registry; each gets the value
    units: tuple[str, ...] = ()  # of `facts`, from the registry
    language: Literal["zh", "en"] = "zh"
    triggers: tuple[str, ...]  # one of them stands in every sentence that can match
    pattern: str  # all wordings as one RE2; its one group that took part is the figure, none: a statement
    sign: str = ""  # the sign of the figure where all wordings have the same one
    needs: Needs = ()  # what a sentence must hold for the pattern, worked out of it
    implies: bool | int | None = None  # the value of a statement without a figure
    topics: tuple[str, ...] = ()  # what the sentence must be about at that place
    sections: tuple[int, ...] = ()  # statutory sections in which it may stand; empty: anywhere
    required: tuple[str, ...] = ()  # one of them must stand in the sentence
    carried: tuple[str, ...] = ()  # topics that do instead of `required`, when the sentence takes them over
    follows: tuple[str, ...] = ()  # facts of which one is stated before or in the sentence, outside the topic's section
    unless: tuple[str, ...] = ()  # none of them may stand in the sentence
    forbidden: tuple[str, ...] = ()  # none of them may stand in the clause, up to the end of the match
    not_before: tuple[str, ...] = ()  # none of them may stand right before the match
    not_after: tuple[str, ...] = ()  # none of them may stand right after the match
    years: Literal["", "past", "to_come"] = ""  # what years in the match must be: 结转2022年, 结转至2024年
    dimensions: dict[str, str] = {}
    part_of: tuple[str, ...] = ()  # wholes that it can be a part of, after 其中 or in brackets
    gives_way: bool = False  # a statement that is left out where the sentence gives the figure
    confidence: Confidence = "certain"


class Topic(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a sentence is about: its words, and the section whose sentences are about it unless they say otherwise."""

    words: tuple[str, ...]
    section: int | None = None


class Regions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Areas whose bodies mean another level by the same words: 全区 is a district, but the region in 自治区."""

    marker: str  # in the organ's name, no smaller area after it
    words: tuple[str, ...]
    scope: str


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a total says of its own content: 收到30件（含上年结转2件）."""

    reading: str
    facts: tuple[str, ...]
    after: str  # RE2 that fits right after the figure
    before: str  # RE2 that fits right before the match, up to its start


class Share(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Percentages: which words name what is shared, and which name the base."""

    what: dict[str, str]  # 予以公开 → requests_granted; the longest first
    base: dict[str, str]  # 受理 → requests_received
    totals: tuple[str, ...]  # facts that are the base when the words name none


class Breakdowns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a number is taken apart in prose."""

    openers: tuple[str, ...]  # between the whole and its parts, the longest first: 主要包括, 其中
    marked: tuple[str, ...]  # those of them that need a mark before: 含
    divided: str = ""  # RE2 of what divides a total stated further back, its group the way: 从(渠道)看
    not_openers: tuple[str, ...] = ()  # words that begin as one of them does: 含义
    same_unit: dict[str, str] = {}  # measure words that count the same things: 份 → 件
    other_matter: tuple[str, ...] = ()  # with which a clause begins that is no part any more: 同时, 另
    asides: tuple[str, ...] = ()  # clauses between parts that are none: 占
    sums: tuple[str, ...] = ()  # with which a clause begins that adds up the numbers before it: 合计
    english_openers: tuple[str, ...] = ()


class Changes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a figure is compared with another year; RE2 over the skeleton without placeholders, in three pieces."""

    lead: str  # 比上年, 同比
    not_before: tuple[str, ...] = ()  # with which 比 is another word: 环比, 占比
    more: tuple[str, ...]  # 增加, 增长
    less: tuple[str, ...]
    between: str  # what may stand between the amount and the rate: ，增长率为


class Context(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands around a figure and says whose it is, of when, and how exact."""

    topics: dict[str, Topic]
    regions: Regions
    scopes: dict[str, str]  # word → scope
    not_scopes: tuple[str, ...]  # words of scope that say something else: 本机关不掌握
    openers: tuple[str, ...]  # may stand before a clause's subject: 全年, 本年度
    planned: tuple[str, ...]  # in the clause: an aim
    planned_from: tuple[str, ...]  # an aim up to the end of the paragraph
    last_year: tuple[str, ...]
    cumulative: tuple[str, ...]  # since then, over the years
    since_when: tuple[str, ...]  # with one of `added_up` in the sentence: this year's sum, or that of several
    added_up: tuple[str, ...]
    year_after: tuple[str, ...]  # a year before these is not the statement's: 结转
    year_before: tuple[str, ...]  # a year after these is not the statement's: 较, 结转至
    aims: tuple[str, ...]  # those of `approximate_before` that make the figure an aim
    approximate_before: tuple[str, ...]
    approximate_after: tuple[str, ...]
    parts: tuple[str, ...]  # 其中, 包括
    readings: tuple[Reading, ...]
    share: Share
    debris: tuple[str, ...]  # labels of the form's tables: a passage with several is a table that lost its lines
    counted: str  # measure words after which a Chinese numeral is a number
    strictly_counted: str  # those after which it is a statement
    label_after: tuple[str, ...]  # after these a number that counts nothing is a name: 图
    name_after: tuple[str, ...]  # after these a number is a name: 第, 电话
    numeral_after: tuple[str, ...]  # after these a Chinese numeral is part of a word: 每, 进
    numeral_words: tuple[str, ...]  # numerals that count nothing: 二次
    name_before: tuple[str, ...]  # before these a number is a name: 号, 室
    names: tuple[str, ...]  # numbers that are names where nothing is counted: 12345
    breakdowns: Breakdowns
    changes: Changes


class Phrasings(msgspec.Struct, frozen=True, kw_only=True):
    """All of `rules/phrasings/`, guards first, in the order in which they may claim a number."""

    context: Context
    phrasings: tuple[Phrasing, ...]
