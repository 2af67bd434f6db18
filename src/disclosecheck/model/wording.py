"""A message in both languages."""

from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message

Param = str | Text | Message | tuple[str | Text | Message, ...]


def render(message: Message, messages: dict[str, Text]) -> Text:
    """Fill the catalogue's text for `message`; lists are joined with 、 and commas.

    Raises KeyError when the catalogue lacks the key or the text names a parameter that was not given.
    """
    text = messages[message.key]
    return Text(
        zh=text.zh.format_map({name: _say(value, "zh", messages) for name, value in message.params.items()}),
        en=text.en.format_map({name: _say(value, "en", messages) for name, value in message.params.items()}),
    )


def _say(value: Param, language: str, messages: dict[str, Text]) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return ("、" if language == "zh" else ", ").join(_say(item, language, messages) for item in value)
    text = render(value, messages) if isinstance(value, Message) else value
    return text.zh if language == "zh" else text.en
