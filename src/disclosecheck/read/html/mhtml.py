"""Word's "single file web page": a MIME message whose first HTML part is the page."""

from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.source import Source


def page_of(source: Source) -> tuple[Source, str | None]:
    """The page's bytes and the charset its part declares.

    Raises UnreadableError `mhtml_without_page`.
    """
    import email
    from email import policy

    message = email.message_from_bytes(source.data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data:
                return Source(source.path, data, source.sha256), part.get_content_charset()
    raise UnreadableError("mhtml_without_page", path=source.path)
