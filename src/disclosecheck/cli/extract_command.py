"""`disclosecheck extract`: what was read from one report or metrics file."""

from disclosecheck.checking import Settings, Submission, catalogue_with, document_shown, gather
from disclosecheck.cli.check_options import check_choice, outputs, spare_inputs
from disclosecheck.cli.emit import terminal_look
from disclosecheck.cli.language import default_language
from disclosecheck.cli.options import EXTRACT, Raw
from disclosecheck.cli.streams import check_writable, write_bytes, write_file, write_text
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.fact import FactSet
from disclosecheck.report.extracted import ExtractOutput, extracted
from disclosecheck.report.json_report import SCHEMA_VERSION, json_bytes
from disclosecheck.report.look import Look
from disclosecheck.report.privacy import masked


def extract_command(path: str, raw: Raw) -> int:
    """Raises UnreadableError (exit 3) for what cannot be read or is no annual report."""
    for option in EXTRACT:
        check_choice(option, raw)
    files = raw["output"]
    assert isinstance(files, list)
    targets = outputs(files)
    spare_inputs(targets, [path])
    for target, _ in targets:
        check_writable(target)
    language = str(raw["lang"] or default_language())
    catalogue = catalogue_with(())
    facts = gather(Submission(path=path, alone=True), Settings(), catalogue)
    output = masked(extracted(path, facts, document_shown(facts, catalogue.messages), SCHEMA_VERSION))
    for target, format_ in targets:
        look = Look(language=language, width=100)
        data = (
            json_bytes(output) if format_ == "json" else _text(output, facts, look, catalogue).encode(errors="replace")
        )
        write_file(target, data)
    if raw["format"] == "json":
        write_bytes(json_bytes(output))
    else:
        write_text(_text(output, facts, terminal_look(language), catalogue))
    return 0


def _text(output: ExtractOutput, facts: FactSet, look: Look, catalogue: Catalogue) -> str:
    from disclosecheck.report.extract_text import render_extract
    from disclosecheck.report.labels import labels

    own = labels(catalogue, look.language, facts.identity.edition)
    attested = [fact.attested for fact in facts.facts]
    return render_extract(output, facts.form, look, own, catalogue.facts, attested, facts.ledgers)
