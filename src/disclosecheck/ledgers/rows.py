"""Rows that are no cases: sums, headings again, explanations, nothing."""

import re
import unicodedata
from collections.abc import Sequence

from disclosecheck.ledgers.dates import shown
from disclosecheck.ledgers.fold import fold, without_brackets
from disclosecheck.ledgers.headings import Headings
from disclosecheck.ledgers.sheet import Row
from disclosecheck.ledgers.values import ACROSS, FORMULA
from disclosecheck.model.ledger import LedgerForm
from disclosecheck.model.ledger_words import LedgerWords

_PERIOD = re.compile(
    r"(?:\d{4}年度?)?(?:\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|第?[一二三四1-4]季度|[上下]半年)?"
)
_UNITS = "件条次个份项期场人"
_FEW = 4  # cells of a row of notes: 填表人：张三 | 审核人：李四; a case has more


class RowKinds:
    """Tells of a row without a day, or with a doubtful one, what it is."""

    def __init__(self, form: LedgerForm, words: LedgerWords, headings: Headings) -> None:
        self._totals = {fold(word) for word in words.totals}
        self._totals_written = {
            form for word in words.totals for form in (word, " ".join(word), f"{word}：", f"{word}:")
        }
        self._last = {form[-1] for form in self._totals_written}
        self._guides = {fold(word) for word in words.guides}
        self._notes = tuple(fold(word) for word in (*words.notes, *words.guides))
        self._headings = headings
        self._heads = {text for heading in headings.rows for text in heading if text}
        types = {column.key: column.type for column in form.columns}
        self._telling = [
            place
            for key, place in headings.places.items()
            if types[key] not in ("text", "number") or _is_filled(form, key)
        ]

    def has_totals(self, cells: Sequence[object]) -> bool:
        """Whether a column may hold the word of a total, as it is usually written: a total may bear a date."""
        return any(map(self.is_totals, cells))

    def is_totals(self, cell: object) -> bool:
        return type(cell) is str and (
            cell in self._totals_written or (cell[-1:] in self._last and self._is_of_period(fold(cell)))
        )

    def _is_of_period(self, text: str) -> bool:
        """1月合计, 第一季度小计, 2021年总计"""
        match = _PERIOD.match(text)
        return match is not None and text[match.end() :] in self._totals

    def left_out(self, row: Row) -> str | None:
        """The code of LeftOut for a row that is no case, None for one that is."""
        filled = [(place, cell) for place, cell in enumerate(row) if not _is_blank(cell)]
        if not filled:
            return "left_empty"
        texts = [fold(shown(cell)) for _, cell in filled[:3]]
        if any(text in self._totals or self._counts(text) or self._is_of_period(text) for text in texts):
            return "left_totals"
        if texts[0] in self._heads and self._is_heading(row):
            return "left_heading"
        if texts[0].startswith(self._notes) and self._is_note(shown(filled[0][1]), len(filled)):
            return "left_guide" if texts[0].startswith(tuple(self._guides)) else "left_note"
        if len(filled) == 1 and ACROSS in row:
            return "left_text"  # one text over all columns
        if any(place in self._telling for place, _ in filled):
            return None
        if all(_is_numberish(cell) for _, cell in filled):
            return "left_number"
        return "left_text" if len(filled) == 1 else None

    def _is_heading(self, row: Row) -> bool:
        folded = {text for cell in row if (text := fold(shown(cell)))}
        for heading in self._headings.rows:
            own = {text for text in heading if text}
            if own and folded and folded <= own and len(folded) * 2 > len(own):
                return True
        return False

    def _counts(self, text: str) -> bool:
        """合计12件"""
        bare = text.rstrip(_UNITS).rstrip("0123456789")
        return bare != text and bare in self._totals

    def _is_note(self, text: str, filled: int) -> bool:
        """注 alone, or with a colon behind it: 注：, 注2：, 填表人（签字）：. 说明书管理办法：修订 is a title."""
        word, colon, _ = unicodedata.normalize("NFKC", text).partition(":")
        named = fold(without_brackets(word)).rstrip("0123456789")
        if filled > _FEW:
            return bool(colon) and named in self._guides
        return fold(text) in self._notes or (bool(colon) and named in self._notes)


def _is_filled(form: LedgerForm, key: str) -> bool:
    return form.column(key).filled


def _is_blank(cell: object) -> bool:
    return isinstance(cell, str) and (not cell.strip() or cell == ACROSS)


def _is_numberish(cell: object) -> bool:
    """A running number, or what a formula shows that has nothing to reckon with."""
    text = shown(cell).strip()
    return cell == FORMULA or text.startswith("#") or text.rstrip(".、").isdecimal()


def joined(cells: Sequence[object], most: int = 60) -> str:
    """A row's cells as one text."""
    text = " | ".join(shown(cell).strip() for cell in cells if not _is_blank(cell))
    return text if len(text) <= most else f"{text[:most]}…"
