"""Files into Documents: one reader a format, behind `read_document`. Readers share only the model."""
