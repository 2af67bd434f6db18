"""A message in both languages."""

from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message

Param = str | Text | Message | tuple[str | Text | Message, ...]


def render(message: Message, messages: dict[str, Text]) -> Text:
    """Fill the catalogue's text for `message`; lists are joined with 、 and commas.

    Raises KeyError when the catalogue lacks the key or the text names a parameter that was not given.
    """
    text = messages[message.key]
    chinese: dict[str, str] = {}
    english: dict[str, str] = {}
    for name, value in message.params.items():
        if isinstance(value, str):
            chinese[name] = english[name] = value
            continue
        said = _said(value, messages)
        chinese[name], english[name] = said.zh, said.en
    return Text(zh=text.zh.format_map(chinese), en=text.en.format_map(english))


def _said(value: Param, messages: dict[str, Text]) -> Text:
    if isinstance(value, Message):
        return render(value, messages)
    if isinstance(value, tuple):
        items = [_said(item, messages) for item in value]
        return Text("、".join(item.zh for item in items), ", ".join(item.en for item in items))
    return Text(value, value) if isinstance(value, str) else value
