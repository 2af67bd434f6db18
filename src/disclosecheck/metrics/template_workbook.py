"""The empty form as a workbook: figures, a sheet a ledger, explanations; with drop-downs and formats of cells."""

import io
from datetime import date
from typing import Any

from disclosecheck.metrics.template import Asked, Template
from disclosecheck.metrics.template_text import row_of
from disclosecheck.model.ledger import Column, LedgerForm
from disclosecheck.model.rule import Text

LEDGER_ROWS = 100_000  # that have drop-downs and formats
LONGEST_LIST = 255  # signs of a drop-down's choices written in place (Excel)
LONGEST_SHEET_NAME = 31
LINE, SMALL, BESIDE = 14, 12, 6  # points: of a line of text, of a smaller one, and of the space above and below
_NARROWEST, _WIDEST, _TALLEST = 12, 44, 9  # signs and lines of a ledger's column
_HEAD = {  # columns of each label and of the value behind it (first and last), by how wide the columns below are
    "organ": (0, 1, 2),
    "year": (3, 4, 4),
    "attested_by": (5, 6, 6),
    "attested_on": (9, 10, 10),
    "closing": (11, 12, 12),
}
_PAGE = 100  # signs over the width of a sheet of A4 on its side
_DAYS = ("attested_on", "closing")  # of the head
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
_INPUTS = ("value", "numerator", "denominator", "period", "scope", "dimensions", "source", "note", "attested_by",
           "attested_on", "proof")  # fmt: skip


def render_workbook(template: Template, file: str) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_calc_mode("auto")
    writer = _Writer(book, template)
    writer.figures()
    for form in template.ledgers:
        writer.ledger(form)
    writer.explanations(file)
    writer.hide_choices()
    book.close()
    return out.getvalue()


class _Writer:
    def __init__(self, book: Any, template: Template) -> None:
        self.book, self.template = book, template
        self.choices: list[list[str]] = []
        base = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True}
        box = {**base, "border": 1}
        filled = {**box, "bg_color": "#FFF9DB"}
        self.styles = {
            name: book.add_format(style)
            for name, style in {
                "title": {**base, "font_size": 14, "bold": True, "text_wrap": False},
                "heading_text": {**base, "font_size": 14, "bold": True},
                "wrapped": base,
                "label": {**box, "bold": True},
                "heading": {**box, "bold": True, "bg_color": "#DCE6F1", "align": "center"},
                "told": box,
                "key": {**box, "font_color": "#808080", "font_size": 8},
                "text": {**filled, "num_format": "@"},
                "general": filled,
                "head": {**filled, "align": "left"},
                "head_day": {**filled, "align": "left", "num_format": "yyyy-mm-dd"},
                "percent": {**filled, "num_format": "0.00%"},
                "date": {**filled, "num_format": "yyyy-mm-dd"},
                "explain": {**box, "italic": True, "font_color": "#606060", "bg_color": "#F2F2F2", "font_size": 9},
                "column_text": {"num_format": "@"},
                "column_date": {"num_format": "yyyy-mm-dd"},
                "column": {},
            }.items()
        }

    def figures(self) -> None:
        template, styles = self.template, self.styles
        sheet = self.book.add_worksheet(template.form.sheets.figures.zh)
        columns = [key for key in template.form.columns if key != "other"]
        last = columns.index("proof")
        widths = [template.form.columns[key].width for key in columns]
        sheet.write(0, 0, template.title().replace("\n", "  "), styles["title"])
        sheet.set_row(0, 2 * LINE)
        note = template.both(template.together("fill", "note", "attest"))
        sheet.merge_range(1, 0, 1, last, note, styles["wrapped"])
        sheet.set_row(1, _height(note, sum(widths[: last + 1])))
        self._head(sheet, 2, widths)
        first = 4
        headings = [template.both(template.form.columns[key].title) for key in columns]
        for index, heading in enumerate(headings):
            sheet.set_column(index, index, widths[index])
            sheet.write(first, index, heading, styles["heading"])
        sheet.set_row(first, max(map(_height, headings, widths)))
        for line, asked in enumerate(template.asked, first + 1):
            self._figure(sheet, line, asked, columns)
        sheet.freeze_panes(first + 1, columns.index("name") + 1)
        self._page(sheet, first)
        sheet.print_area(0, 0, first + len(template.asked), last)  # what follows is for the screen

    def _head(self, sheet: Any, row: int, widths: list[int]) -> None:
        """Labels and values side by side: what stands above the headings stays in view."""
        template, heights = self.template, [2.0 * LINE]
        for key, word in template.form.head.items():
            at, value, last = _HEAD[key]
            label = template.both(word.title)
            sheet.write(row, at, label, self.styles["label"])
            heights.append(_height(label, widths[at]))
            style = self.styles["head_day" if key in _DAYS else "head"]
            if last > value:
                sheet.merge_range(row, value, row, last, "", style)
            sheet.write(row, value, template.year if key == "year" else None, style)
            if key in _DAYS:
                self._validate_day(sheet, row, value, row, value)
        sheet.set_row(row, max(heights))

    def _figure(self, sheet: Any, line: int, asked: Asked, columns: list[str]) -> None:
        stands = row_of(self.template, asked)
        widths = {key: self.template.form.columns[key].width for key in ("name", "demand", "help")}
        sheet.set_row(line, max(_height(stands[key], width) for key, width in widths.items()))
        for index, key in enumerate(columns):
            if key in _INPUTS:
                sheet.write_blank(line, index, None, self.styles[_style(key, asked)])
            else:
                style = {"key": "key", "unit": "general"}.get(key, "told")
                sheet.write(line, index, stands.get(key, ""), self.styles[style])
        self._validate(sheet, line, {key: index for index, key in enumerate(columns)}, asked)

    def _validate(self, sheet: Any, line: int, at: dict[str, int], asked: Asked) -> None:
        form = self.template.form
        told = {"input_title": asked.fact.title.zh[:32], "input_message": self.template.help(asked)[:255]}
        fact, value = asked.fact, at["value"]
        if fact.type == "bool":
            self._list(sheet, line, value, line, [form.yes.title.zh, form.no.title.zh], told, fact.unit != "url")
        elif fact.type == "date":
            self._validate_day(sheet, line, value, line, value, told)
        else:
            sheet.data_validation(line, value, line, value, {"validate": "any", **told})
        unit = form.units.get(fact.unit)
        if unit and unit.scales:
            self._list(sheet, line, at["unit"], line, [unit.title.zh, *unit.scales], {}, strict=True)
        self._list(sheet, line, at["scope"], line, [word.title.zh for word in form.scopes.values()], {}, strict=True)
        self._validate_day(sheet, line, at["attested_on"], line, at["attested_on"])

    def ledger(self, form: LedgerForm) -> None:
        sheet = self.book.add_worksheet(form.title.zh[:LONGEST_SHEET_NAME])
        heights = []
        for index, column in enumerate(form.columns):
            style = {"date": "column_date", "text": "column_text"}.get(column.type, "column")
            told = self._how(column)
            text = self.template.say("explain", help=told) if index == 0 else self.template.both(told)
            width = next((w for w in range(_NARROWEST, _WIDEST) if _lines(text, w) <= _TALLEST), _WIDEST)
            width = max(width, min(2 * len(column.title.zh) + 2, 20))
            sheet.set_column(index, index, width, self.styles[style])
            sheet.write(0, index, column.title.zh, self.styles["heading"])
            sheet.write(1, index, text, self.styles["explain"])
            self._ledger_column(sheet, index, column)
            heights.append((_height(column.title.zh, width), _height(text, width, SMALL)))
        for row in (0, 1):
            sheet.set_row(row, max(height[row] for height in heights))
        sheet.freeze_panes(2, 1)
        self._page(sheet, 0)

    def _ledger_column(self, sheet: Any, index: int, column: Column) -> None:
        last = LEDGER_ROWS + 1
        if column.type == "date":
            self._validate_day(sheet, 2, index, last, index)
        elif column.type in ("choice", "yes_no"):
            self._list(sheet, 2, index, last, [choice.title.zh for choice in column.choices], {}, strict=False)

    def _how(self, column: Column) -> Text:
        """How a column is filled in: what its help says, and what may stand there."""
        named = tuple(choice.title for choice in column.choices)
        key = {"choice": "choices", "yes_no": "choices", "choices": "several", "date": "day", "number": "number"}
        parts = [self.template.messages["template.needed"]] if column.filled else []
        if column.help:
            parts.append(column.help)
        elif column.type == "date":
            parts.append(self.template.messages["template.day"])
        if named:
            zh, en = "、".join(title.zh for title in named), ", ".join(title.en for title in named)
            said = self.template.messages[f"template.{key[column.type]}"]
            parts.append(Text(zh=said.zh.format(choices=zh), en=said.en.format(choices=en)))
        return Text(zh="；".join(part.zh for part in parts) or "-", en="; ".join(part.en for part in parts) or "-")

    def explanations(self, file: str) -> None:
        sheet = self.book.add_worksheet(self.template.form.sheets.help.zh)
        sheet.set_column(0, 0, _PAGE)
        keys = ("fill", "note", "attest", "numbers", "percent", "date", "url", "evidence", "attestation")
        lines = [self.template.title(), self.template.say("how_to_run", file=file)]
        lines += [self.template.say(key) for key in keys]
        for row, text in enumerate(lines):
            sheet.write(row, 0, text, self.styles["heading_text" if row == 0 else "wrapped"])
            sheet.set_row(row, _height(text, _PAGE * 2 // 3) * 1.3 if row == 0 else _height(text, _PAGE))
        self._page(sheet, 0)

    def hide_choices(self) -> None:
        """Drop-downs that are too long to be written in place have a sheet of their own."""
        if not self.choices:
            return
        sheet = self.book.add_worksheet(self.template.form.sheets.choices.zh)
        for index, choices in enumerate(self.choices):
            sheet.write_column(0, index, choices)
        sheet.hide()

    def _list(
        self, sheet: Any, first: int, column: int, last: int, choices: list[str], told: dict[str, str], strict: bool
    ) -> None:
        source: list[str] | str = choices
        if len(",".join(choices)) > LONGEST_LIST or any("," in choice for choice in choices):
            if choices not in self.choices:
                self.choices.append(choices)
            letter = chr(ord("A") + self.choices.index(choices))
            name = self.template.form.sheets.choices.zh
            source = f"='{name}'!${letter}$1:${letter}${len(choices)}"
        rule = {"validate": "list", "source": source, "show_error": strict, **told}
        sheet.data_validation(first, column, last, column, {**rule, **self._error("、".join(choices))})

    def _validate_day(
        self, sheet: Any, first: int, column: int, last: int, last_column: int, told: dict[str, str] | None = None
    ) -> None:
        """A warning only: a text such as 2021年3月5日 is read as well."""
        rule = {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
        error = {**self._error(self.template.messages["template.date"].zh), "error_type": "warning"}
        sheet.data_validation(first, column, last, last_column, {**rule, **error, **(told or {})})

    def _error(self, text: str) -> dict[str, str]:
        return {"error_title": self.template.messages["template.not_this"].zh, "error_message": text[:255]}

    def _page(self, sheet: Any, headings: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(headings)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        sheet.set_footer("&C&P / &N")


def _lines(text: str, width: int) -> int:
    """Lines that a text takes in a column so many signs wide; a Chinese sign or quotation mark is two wide."""
    return sum(-(-sum(1 + (sign > "\u2000") for sign in line) // (width - 2)) or 1 for line in text.split("\n"))


def _height(text: str, width: int, line: int = LINE) -> float:
    """Points; what a program finds out itself, it finds out for Excel's own letters only."""
    return line * _lines(text, width) + BESIDE


def _style(key: str, asked: Asked) -> str:
    if key == "attested_on" or (key == "value" and asked.fact.type == "date"):
        return "date"
    if key == "value":
        return {"percent": "percent"}.get(asked.fact.type, "general")
    return "general"
