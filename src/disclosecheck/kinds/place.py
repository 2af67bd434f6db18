"""Places in words, for messages: the label that the form prints, and its key in English."""

from disclosecheck.model.form import Column, Form, Row, TableSpec
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import Param

LONG = 14  # characters of a label that stand whole; of a longer one the part before a bracket or comma does


def table_spec(form: Form, table: str) -> TableSpec | None:
    return next((spec for spec in form.tables if spec.id == table), None)


def split_address(address: str) -> tuple[str, str | None, str]:
    """Table, row and column of a cell's address; table 4 has no row."""
    table, *keys = address.split(".")
    return (table, keys[0], keys[1]) if len(keys) == 2 else (table, None, keys[0])


def cell_place(form: Form, address: str) -> Message:
    """`第三部分表格“（一）予以公开”行“自然人”列`."""
    table, row, column = split_address(address)
    names: dict[str, Param] = {
        "table": table_place(form, table),
        "column": column_name(form, table, column),
    }
    if row is None:
        return Message("place.column", names)
    return Message("place.cell", {**names, "row": row_name(form, table, row)})


def inner_place(form: Form, address: str) -> Message:
    """As cell_place, where the table is already named."""
    table, row, column = split_address(address)
    names: dict[str, Param] = {"column": column_name(form, table, column)}
    if row is None:
        return Message("place.inner_column", names)
    return Message("place.inner", {**names, "row": row_name(form, table, row)})


def table_place(form: Form, table: str) -> Message:
    """`第三部分表格`; the captions tell table 2's parts apart."""
    spec = table_spec(form, table)
    if spec is None:
        return Message("place.verbatim", {"name": table})
    caption = Text(zh=spec.caption, en=spec.id)
    key = "place.table_captioned" if spec.caption else "place.table"
    return Message(key, {"number": ordinal(spec.section), "caption": caption})


def ordinal(number: int) -> Text:
    """A section's number: 一 to 六, 1 to 6."""
    return Text(zh="一二三四五六"[number - 1], en=str(number))


def row_name(form: Form, table: str, key: str) -> Text:
    row = _row(form, table, key)
    return Text(zh=short(row.label), en=key) if row else Text(zh=key, en=key)


def column_name(form: Form, table: str, key: str) -> Text:
    column = _column(form, table, key)
    if column is None:
        return Text(zh=key, en=key)
    above = f"{column.group}/" if column.group else ""
    return Text(zh=above + short(column.label), en=key)


def group_name(form: Form, table: str, group: str) -> Text:
    spec = table_spec(form, table)
    label = next((column.group for column in spec.columns if column.group_key == group), None) if spec else None
    return Text(zh=label or group, en=group)


def short(label: str) -> str:
    """A label without the explanation that follows it."""
    if len(label) <= LONG:
        return label
    cuts = [place for mark in "（(、，" if (place := label.find(mark, 4)) > 0]
    return label[: min(cuts)] if cuts else label


def lettered(label: str) -> str:
    """A label without spaces, marks and brackets, as two wordings are compared."""
    return "".join(sign for sign in label if sign.isalnum())


def _row(form: Form, table: str, key: str) -> Row | None:
    spec = table_spec(form, table)
    return next((row for row in spec.rows if row.key == key), None) if spec else None


def _column(form: Form, table: str, key: str) -> Column | None:
    spec = table_spec(form, table)
    return next((column for column in spec.columns if column.key == key), None) if spec else None
