"""Of whom, of when and how exact a figure is, by what stands around it in the sentence."""

import msgspec

from disclosecheck.extract.prose.matching import Hit, Sentence
from disclosecheck.extract.prose.skeleton import BLURRED, DATE, YEAR
from disclosecheck.model.fact import Identity
from disclosecheck.model.phrasing import Context

PLANNED = "planned"
CUMULATIVE = "cumulative"
_ADMINISTRATIVE = "省市区县州旗盟镇乡"


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """The words of scope and time for one document."""

    context: Context  # its words narrowed to those that the document holds
    year: int | None
    scopes: tuple[tuple[str, str], ...]

    def scope(self, sentence: Sentence, hit: Hit) -> str | None:
        """Whose figure it is: the nearest word of scope in its clause, or at the head of an earlier one."""
        best: tuple[int, int, str] | None = None
        clause, text = sentence.clause(hit.start), sentence.text
        for words in self.context.not_scopes:
            text = text.replace(words, BLURRED * len(words))
        for word, scope in self.scopes:
            place = text.rfind(word, 0, hit.end)
            if place < 0 or not (place >= clause or self._heads_clause(sentence, place)):
                continue
            found = (place + len(word), len(word), scope)
            if best is None or found > best:
                best = found
        return best[2] if best else None

    def period(self, sentence: Sentence, hit: Hit, *, planned: bool) -> str | None:
        """The year as a string, `planned` for an aim, `cumulative` for a sum over years."""
        begin = sentence.clause(hit.start)
        if planned or any(word in sentence.text[begin : hit.end] for word in self.context.planned):
            return PLANNED
        year, since = self._named_year(sentence, hit)
        if since or any(word in sentence.text[: hit.start] for word in self.context.cumulative):
            if hit.place is not None:
                return CUMULATIVE
            year = self.year  # what never happened over the years did not happen in this one
        if year is None and self.year is not None:
            last = any(word in sentence.text[begin : hit.start] for word in self.context.last_year)
            year = self.year - last
        if year is not None and self.year is not None and year > self.year:
            return PLANNED
        return None if year is None else str(year)

    def plans(self, sentence: Sentence) -> bool:
        """Whether what a sentence says, and what follows in its paragraph, is an aim: 下一步, or a year to come."""
        text = sentence.text
        for word in self.context.planned_from:
            place = text.find(word)
            if place >= 0 and self._heads_clause(sentence, place):
                return True
        place = text.find(YEAR)
        return (
            place >= 0
            and self.year is not None
            and self._heads_clause(sentence, place)
            and self._year_at(sentence, place) > self.year
        )

    def _heads_clause(self, sentence: Sentence, place: int) -> bool:
        head = sentence.text[sentence.clause(place) : place].replace(YEAR, "").replace(DATE, "")
        for opener in self.context.openers:
            head = head.removeprefix(opener)
        return not head

    def _year_at(self, sentence: Sentence, place: int) -> int:
        """The year of the sign at `place`, 0 when it names none."""
        value = sentence.skeleton.tokens[sentence.base + place].value
        return value if isinstance(value, int) else value[0] or 0 if isinstance(value, tuple) else 0

    def _named_year(self, sentence: Sentence, hit: Hit) -> tuple[int | None, bool]:
        """The last year before the match that is the statement's own, and whether it is the first of several."""
        text, place = sentence.text, hit.start
        bracket = text.rfind("(", 0, place)
        inside = bracket >= 0 and ")" not in text[bracket:place]
        while (place := max(text.rfind(YEAR, 0, place), text.rfind(DATE, 0, place))) >= 0:
            year = self._year_at(sentence, place)
            if not year or self._is_of_another(text, place):
                continue
            if text.rfind("《", 0, place) > text.rfind("》", 0, place) or (_bracketed(text, place) and not inside):
                continue
            return year, text.startswith("以来", place + 1) and self.year is not None and year < self.year
        return None, False

    def _is_of_another(self, text: str, place: int) -> bool:
        """Whether a year says where a figure comes from or goes to, or what it is compared with."""
        return text.startswith(self.context.year_after, place + 1) or text.endswith(self.context.year_before, 0, place)


def surroundings(context: Context, identity: Identity, words: str) -> Surroundings:
    """The words for one document: of those of the Context and of the reporting body's own names, what `words` holds."""
    scopes = dict(context.scopes)
    if identity.organ:
        if _is_region(identity.organ, context.regions.marker):
            scopes.update(dict.fromkeys(context.regions.words, context.regions.scope))
        scopes.update(dict.fromkeys(_own_names(identity.organ), "organ"))
    narrowed = {
        name: tuple(word for word in getattr(context, name) if word in words)
        for name in ("not_scopes", "planned", "planned_from", "last_year", "cumulative")
    }
    return Surroundings(
        context=msgspec.structs.replace(context, **narrowed),
        year=identity.year,
        scopes=tuple((word, scope) for word, scope in scopes.items() if word in words),
    )


def _is_region(organ: str, marker: str) -> bool:
    _, met, rest = organ.partition(marker)
    return bool(met) and not any(char in rest for char in _ADMINISTRATIVE)


def _own_names(organ: str) -> list[str]:
    """How a report names its own organ: 市统计局, 区政府办公室, 县卫生健康委. A government is its area."""
    short = organ.replace("人民政府", "政府").replace("委员会", "委")
    if short.endswith("政府"):
        return []
    names = set()
    for name in (organ, short, short.removesuffix("公室") if short.endswith("办公室") else short):
        names.add(name)
        for place, char in enumerate(name[:-3]):
            if char in _ADMINISTRATIVE:
                names |= {name[place:], name[place + 1 :]}
    return [name for name in names if len(name) >= 4]


def _bracketed(text: str, place: int) -> bool:
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)
